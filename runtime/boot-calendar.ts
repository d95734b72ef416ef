/** Entry of the calendar's bundle. Built with shared modules left out, see `share-modules.ts`. */
import { Calendar } from '../components/ui/calendar';
import type { LateHost } from './late-bundles';

declare const lateHost: LateHost;

lateHost.give(Calendar);
