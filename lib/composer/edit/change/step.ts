import type { Catalogue } from '../../catalogue/entity';
import type { Chart } from '../../plan';
import type { Change } from '../change';

/** One part of what a change does to a chart; in words why it can’t be. */
export type Step = (chart: Chart, change: Change, catalogue: Catalogue, now: Date) => Chart | string;
