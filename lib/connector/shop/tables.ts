/** The sample shop's tables, in the order in which they can be filled. */
export const SHOP_TABLES = [
  {
    name: 'customers',
    columns: `id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, company VARCHAR, segment VARCHAR NOT NULL, country VARCHAR NOT NULL,
      region VARCHAR NOT NULL, city VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL`,
    times: ['created_at'],
  },
  {
    name: 'products',
    columns: `id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, category VARCHAR NOT NULL, price DECIMAL(10, 2) NOT NULL,
      cost DECIMAL(10, 2) NOT NULL, stock INTEGER NOT NULL`,
    times: [],
  },
  {
    name: 'orders',
    columns: `id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), ordered_at TIMESTAMP NOT NULL,
      status VARCHAR NOT NULL, channel VARCHAR NOT NULL, discount DECIMAL(10, 2) NOT NULL, total DECIMAL(10, 2) NOT NULL`,
    times: ['ordered_at'],
  },
  {
    name: 'order_items',
    columns: `id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id), product_id INTEGER NOT NULL REFERENCES products (id),
      quantity INTEGER NOT NULL, unit_price DECIMAL(10, 2) NOT NULL`,
    times: [],
  },
  {
    name: 'tickets',
    columns: `id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), order_id INTEGER REFERENCES orders (id),
      opened_at TIMESTAMP NOT NULL, closed_at TIMESTAMP, priority VARCHAR NOT NULL, topic VARCHAR NOT NULL, status VARCHAR NOT NULL,
      satisfaction INTEGER`,
    times: ['opened_at', 'closed_at'],
  },
] as const;
