import { z } from 'zod';
import type { Decimal } from './money.js';
import { euro, sum } from './money.js';

export enum State {
  Placed = 'placed',
  Paid = 'paid',
}

const Order = z.object({
  customer: z.string().min(1),
  total: z.number().nonnegative(),
  state: z.enum(State).default(State.Placed),
});

export type Order = z.infer<typeof Order>;

function counted<T extends { calls: number }>(target: T): T {
  target.calls += 1;
  return target;
}

export class Book {
  readonly calls = 0;
  #orders: Order[] = [];
  private static books = 0;

  constructor(readonly owner: string, private readonly limit = 10) {
    Book.books++;
  }

  add(input: unknown): this {
    const result = Order.safeParse(input);
    if (!result.success) {
      throw new TypeError(z.prettifyError(result.error), { cause: result.error.issues.length });
    }
    if (this.#orders.length < this.limit) {
      this.#orders.push(result.data);
    }
    return this;
  }

  *byCustomer(): Generator<[string, Decimal]> {
    const groups = new Map<string, Order[]>();
    for (const order of this.#orders) {
      groups.set(order.customer, [...(groups.get(order.customer) ?? []), order]);
    }
    for (const [customer, orders] of groups) {
      yield [customer, euro(sum(orders.map(({ total }) => total)))];
    }
  }

  get books(): number {
    return counted({ calls: Book.books - 1 }).calls;
  }
}
