/** Entry of the charts bundle. Built with React left out, see `share-react.ts`. */
import { charts, recharts, setChartAnimation } from './kit/charts';

(globalThis as Record<symbol, ((given: unknown) => void) | undefined>)[Symbol.for('vitrine.charts')]?.({ charts, recharts, setChartAnimation });
