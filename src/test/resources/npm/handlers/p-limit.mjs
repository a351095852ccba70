// p-limit
import pLimit from 'p-limit';

export const handler = async (event) => {
  const limit = pLimit(2);
  let most = 0;
  const totals = await Promise.all(event.orders.map(({ total }) => limit(async () => {
    most = Math.max(most, limit.activeCount);
    await new Promise((resolve) => setTimeout(resolve, 3));
    return total;
  })));
  console.log('at once', most, limit.pendingCount);
  return { totals, most, mapped: await limit.map([1, 2, 3], async (n) => n * n) };
};
