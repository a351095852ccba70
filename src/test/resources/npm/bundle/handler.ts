import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Book } from './orders.js';
import { csv } from './money.js';

interface Event {
  orders: unknown[];
  keys?: string[];
}

export async function answer(event: Event, table: ReadonlyMap<string, string>): Promise<object> {
  const book = new Book('shop');
  const limit = pLimit(2);
  await Promise.all(event.orders.map((order) => limit(async () => {
    await wait(1);
    book.add(order);
  })));
  const totals = [...book.byCustomer()].map(([customer, total]) => ({ customer, total }));
  console.log('totals', totals);
  let refused: string | undefined;
  try {
    book.add({ customer: '', total: -1 });
  } catch (error) {
    refused = error instanceof TypeError ? `${error.message} (${error.cause})` : undefined;
  }
  return { totals, csv: csv(totals), books: book.books, refused, table: Object.fromEntries(table), hash: createHash('sha256').update(csv(totals)).digest('hex'), keys: event.keys?.at(-1) ?? null };
}
