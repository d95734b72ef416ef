/** Entry of the charts bundle. Built with React left out, see `share-react.ts`. */
import type { Charts } from './charts';
import { charts, recharts, setChartAnimation, setLocale } from './kit/charts';
import type { LateHost } from './late-bundle';

declare const lateHost: LateHost<Charts>;

lateHost.give({ charts, recharts, setChartAnimation, setLocale });
