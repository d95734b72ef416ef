/** With the rows from a query, as a program of ours has them: the layout, then the function that asks. */
import { reply, showReply } from './vitrine';

showReply(
  reply({
    hooks: '  const orders = useData(data.openOrders, {});\n',
    rows: 'orders.data?',
    data: `export async function openOrders() {
  return shop.sql\`select id, customer, region, age, total from open_orders order by age desc limit 8\`;
}
`,
  }),
);
