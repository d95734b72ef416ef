/** Invents two years of a shop that sells office furniture: growth, seasons, few big customers, returns, complaints. */
import { Random, Wheel } from './random.ts';
import { COMPANY_FIELDS, COMPANY_WORDS, ODD_CUSTOMERS, type Place, PLACES, PRODUCTS, TOPICS } from './words.ts';

type Segment = 'consumer' | 'small business' | 'enterprise';
type Customer = { id: number; name: string; company: string | null; segment: Segment; country: string; region: string; city: string; created_at: string };
type Product = { id: number; name: string; category: string; price: string; cost: string; stock: number };
type Order = { id: number; customer_id: number; ordered_at: string; status: string; channel: string; discount: string; total: string };
type Item = { id: number; order_id: number; product_id: number; quantity: number; unit_price: string };
type Ticket = { id: number; customer_id: number; order_id: number | null; opened_at: string; closed_at: string | null; priority: string; topic: string; status: string; satisfaction: number | null };

export type Shop = { customers: Customer[]; products: Product[]; orders: Order[]; order_items: Item[]; tickets: Ticket[] };

/** Loading moves every date so that this day becomes today. */
const LAST_DAY = Date.UTC(2025, 11, 31);
const DAYS = 730;
const CUSTOMERS = 600;
const ORDERS = 5_000;
const LAST_DAY_ORDERS = 14;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The same shop for the same seed. */
export function inventShop(seed: number): Shop {
  const random = new Random(seed);
  const customers = inventCustomers(random);
  const products = inventProducts(random);
  const { orders, order_items } = inventOrders(random, customers, products);
  return { customers, products, orders, order_items, tickets: inventTickets(random, customers, orders) };
}

/** `day` counts from 0, the first; the last is DAYS - 1. */
function time(day: number, minute: number): string {
  const ms = LAST_DAY - (DAYS - 1 - day) * DAY_MS + minute * MINUTE_MS;
  return new Date(Math.round(ms / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 19);
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function inventCustomers(random: Random): Customer[] {
  const places = new Wheel(PLACES.map((place) => place.weight));
  return Array.from({ length: CUSTOMERS }, (_, i) => {
    const id = i + 1;
    const odd = ODD_CUSTOMERS.find(({ at }) => at === id);
    const drawn = PLACES[places.spin(random)]!;
    const place = PLACES.find(({ country }) => country === odd?.country) ?? drawn;
    const segment = random.weighted({ consumer: 68, 'small business': 24, enterprise: 8 });
    const customer = { name: `${random.pick(place.first)} ${random.pick(place.last)}`, company: inventCompany(random, segment, place), segment };
    // Half of the customers were there from the beginning, the others came in time, evenly.
    const day = i < CUSTOMERS / 2 ? 0 : Math.floor(((i - CUSTOMERS / 2) / (CUSTOMERS / 2)) * (DAYS - 5));
    const { country, region } = place;
    return { id, ...customer, ...(odd && { name: odd.name, company: odd.company, segment: odd.segment }), country, region, city: random.pick(place.cities), created_at: time(day, random.whole(0, 300)) };
  });
}

function inventCompany(random: Random, segment: Segment, place: Place): string | null {
  const parts = [random.pick(COMPANY_WORDS), random.pick(COMPANY_FIELDS), random.pick(place.company)];
  if (segment === 'consumer') return null;
  return segment === 'enterprise' ? parts.join(' ') : `${parts[0]} ${parts[2]}`;
}

function inventProducts(random: Random): Product[] {
  const list = Object.entries(PRODUCTS).flatMap(([category, products]) => products.map(([name, price]) => ({ category, name, price })));
  return list.map(({ category, name, price }, i) => ({
    id: i + 1,
    name,
    category,
    price: money(price),
    cost: money(Math.round(price * (0.42 + 0.28 * random.next()))),
    // Some are sold out, some nearly.
    stock: i % 17 === 5 ? 0 : i % 11 === 3 ? random.whole(1, 6) : Math.round((random.skewed(0.8) * 10_000) / Math.sqrt(price)),
  }));
}

type Moment = { day: number; minute: number };

function inventOrders(random: Random, customers: Customer[], products: Product[]): Pick<Shop, 'orders' | 'order_items'> {
  const loyalty = customers.map(({ segment }) => random.skewed(0.9) * LOYALTY[segment]);
  const shelf = new Wheel(products.map(({ price }) => random.skewed(0.7) / Math.sqrt(Number(price))));
  const orders: Order[] = [];
  const order_items: Item[] = [];
  for (const { day, minute } of orderMoments(random)) {
    const id = orders.length + 1;
    const region = day === DAYS - 1 ? REGIONS[id % REGIONS.length] : undefined;
    const customer = whoOrders(random, customers, loyalty, day, region);
    const age = DAYS - 1 - day;
    const items = fillCart(random, customer.segment, age, products, shelf);
    const sum = items.reduce((cents, item) => cents + item.cents * item.quantity, 0);
    const discount = Math.round(sum * discountRate(random, customer.segment));
    for (const { product, quantity, cents } of items) {
      order_items.push({ id: order_items.length + 1, order_id: id, product_id: product, quantity, unit_price: money(cents) });
    }
    orders.push({
      id,
      customer_id: customer.id,
      ordered_at: time(day, minute),
      status: statusAt(random, age),
      channel: random.weighted(CHANNELS[customer.segment]),
      discount: money(discount),
      total: money(sum - discount),
    });
  }
  return { orders, order_items };
}

const LOYALTY: Readonly<Record<Segment, number>> = { consumer: 1, 'small business': 2.2, enterprise: 5 };
const REGIONS = [...new Set(PLACES.map(({ region }) => region))];
const CHANNELS: Readonly<Record<Segment, Record<'web' | 'store' | 'partner', number>>> = {
  consumer: { web: 70, store: 27, partner: 3 },
  'small business': { web: 60, store: 18, partner: 22 },
  enterprise: { web: 30, store: 4, partner: 66 },
};

/** When orders come: twice as many at the end as at the beginning, more towards winter, fewer at weekends. */
function orderMoments(random: Random): Moment[] {
  const days = Array.from({ length: DAYS - 1 }, (_, day) => {
    const date = new Date(LAST_DAY - (DAYS - 1 - day) * DAY_MS);
    const season = 1 + 0.22 * Math.cos(((date.getUTCMonth() - 11) / 12) * 2 * Math.PI);
    const weekend = date.getUTCDay() % 6 === 0 ? 0.55 : 1;
    return (1 + day / DAYS) * season * weekend * (0.75 + 0.5 * random.next());
  });
  const calendar = new Wheel(days);
  const moments = Array.from({ length: ORDERS - LAST_DAY_ORDERS }, () => ({ day: calendar.spin(random), minute: minuteOfDay(random) }));
  // The last day's are early, so that they lie in the past when somebody looks in the morning.
  const last = Array.from({ length: LAST_DAY_ORDERS }, () => ({ day: DAYS - 1, minute: random.whole(5, 450) }));
  return [...moments, ...last].sort((a, b) => a.day - b.day || a.minute - b.minute);
}

/** Around noon and in the evening. */
function minuteOfDay(random: Random): number {
  const hour = random.chance(0.6) ? 13 : 19;
  return Math.min(1_430, Math.max(10, Math.round(hour * 60 + (random.next() + random.next() + random.next() - 1.5) * 320)));
}

function whoOrders(random: Random, customers: Customer[], loyalty: number[], day: number, region: string | undefined): Customer {
  const noon = time(day, 0);
  const weights = customers.map((customer, i) => (customer.created_at <= noon && (!region || customer.region === region) ? loyalty[i]! : 0));
  return customers[new Wheel(weights).spin(random)]!;
}

type CartItem = { product: number; quantity: number; cents: number };

function fillCart(random: Random, segment: Segment, age: number, products: Product[], shelf: Wheel): CartItem[] {
  const size = random.whole(1, { consumer: 3, 'small business': 4, enterprise: 6 }[segment]);
  const chosen = new Set(Array.from({ length: size }, () => shelf.spin(random)));
  return [...chosen].map((i) => {
    const { id, price } = products[i]!;
    // Prices rose by 4 % a year ago.
    const cents = Math.round(Number(price) * 100 * (age > 365 ? 0.96 : 1));
    return { product: id, quantity: quantityFor(random, segment, cents), cents };
  });
}

function quantityFor(random: Random, segment: Segment, cents: number): number {
  const most = { consumer: 2, 'small business': 6, enterprise: 20 }[segment];
  return random.whole(1, cents > 80_000 ? Math.ceil(most / 5) : most);
}

function discountRate(random: Random, segment: Segment): number {
  const likely = { consumer: 0.15, 'small business': 0.3, enterprise: 0.6 }[segment];
  return random.chance(likely) ? random.pick([0.05, 0.05, 0.1, 0.15]) : 0;
}

function statusAt(random: Random, age: number): string {
  if (age < 14) return random.weighted({ open: 50, paid: 32, shipped: 18, returned: 0 });
  if (age < 90) return random.weighted({ open: 10, paid: 9, shipped: 76, returned: 5 });
  return random.weighted({ open: 0.4, paid: 0.6, shipped: 92, returned: 7 });
}

/** After about one order in five, more often after a return. Closed within days, better rated when quickly closed. */
function inventTickets(random: Random, customers: Customer[], orders: Order[]): Ticket[] {
  const aboutOrders = orders
    .filter(({ status }) => random.chance(status === 'returned' ? 0.55 : 0.16))
    .map((order) => ({ customer_id: order.customer_id, order_id: order.id, day: dayOf(order.ordered_at) + random.whole(1, 21), returned: order.status === 'returned' }));
  const others = customers.flatMap(({ id, created_at }) =>
    random.chance(0.3) ? [{ customer_id: id, order_id: null, day: random.whole(dayOf(created_at), DAYS - 1), returned: false }] : [],
  );
  return [...aboutOrders, ...others]
    .filter(({ day }) => day < DAYS)
    .sort((a, b) => a.day - b.day)
    .map(({ day, returned, ...about }, i) => ({ id: i + 1, ...about, ...inventCourse(random, day, returned) }));
}

function dayOf(iso: string): number {
  return DAYS - 1 - Math.floor((LAST_DAY + DAY_MS - 1 - Date.parse(`${iso}Z`)) / DAY_MS);
}

function inventCourse(random: Random, day: number, returned: boolean): Omit<Ticket, 'id' | 'customer_id' | 'order_id'> {
  const minute = random.whole(day === DAYS - 1 ? 5 : 480, day === DAYS - 1 ? 400 : 1_100);
  const priority = random.weighted({ low: 22, normal: 55, high: 18, urgent: 5 });
  const hours = random.skewed(0.9) * { low: 60, normal: 36, high: 16, urgent: 6 }[priority];
  const closedMinute = Math.round(minute + hours * 60);
  const closed = day + closedMinute / 1_440 < DAYS - 0.7 && random.chance(0.97);
  const pleased = 4.6 - hours / 40 - (returned ? 0.6 : 0) + 1.6 * (random.next() - 0.5);
  return {
    opened_at: time(day, minute),
    closed_at: closed ? time(day, closedMinute) : null,
    priority,
    topic: returned ? 'return' : random.pick(TOPICS),
    status: closed ? 'closed' : random.pick(['open', 'open', 'waiting']),
    satisfaction: closed && random.chance(0.7) ? Math.min(5, Math.max(1, Math.round(pleased))) : null,
  };
}
