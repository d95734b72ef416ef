/** Entry of the icons bundle. Built with React left out, see `share-react.ts`. */
import { icons } from './kit/icons';
import type { LateHost } from './late-bundle';

declare const lateHost: LateHost<Readonly<Record<string, unknown>>>;

lateHost.give(icons);
