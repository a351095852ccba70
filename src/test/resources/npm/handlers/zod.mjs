// zod
import { z } from 'zod';
import * as mini from 'zod/mini';

const Order = z.object({
  id: z.uuid(),
  email: z.email().optional(),
  placed: z.coerce.date(),
  lines: z.array(z.object({ sku: z.string().regex(/^[A-Z]{2}-\d+$/), quantity: z.coerce.number().int().positive().default(1) })).min(1),
  payment: z.discriminatedUnion('kind', [z.object({ kind: z.literal('card'), last4: z.string().length(4) }), z.object({ kind: z.literal('invoice') })]),
}).strict();

export const handler = async (event) => {
  const results = [];
  for (const order of event.intake) {
    const result = await Order.safeParseAsync(order);
    console.log(result.success ? result.data : z.prettifyError(result.error));
    results.push(result.success ? result.data : z.treeifyError(result.error));
  }
  try {
    Order.parse({});
  } catch (error) {
    console.log(error.name, error instanceof z.ZodError, error.issues.length);
  }
  return { results, schema: z.toJSONSchema(z.object({ n: z.number().min(3), s: z.optional(z.string()) })), mini: mini.parse(mini.array(mini.string()), ['a']) };
};
