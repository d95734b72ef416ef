/** Entry of the charts bundle. Built with shared modules left out, see `share-modules.ts`. */
import type { Charts } from './charts';
import { charts, recharts, setChartAnimation } from './kit/charts';
import type { LateHost } from './late-bundles';

declare const lateHost: LateHost<Charts>;

lateHost.give({ charts, recharts, setChartAnimation });
