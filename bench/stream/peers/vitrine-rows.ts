/** With the rows written out, as the peers have them: the layout, then a constant. */
import { ORDERS_TEXT, reply, showReply } from './vitrine';

showReply(reply({ rows: 'ORDERS', rest: `\nconst ORDERS = [\n${ORDERS_TEXT}\n];\n`, data: '' }));
