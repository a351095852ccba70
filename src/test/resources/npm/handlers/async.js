// async
const async = require('async');
const { eachLimit } = require('async');

exports.handler = async (event) => {
  let running = 0;
  let most = 0;
  await eachLimit(event.orders, 2, async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  });
  console.log('at once', most);
  const auto = await async.auto({
    one: async () => 1,
    two: (done) => setTimeout(done, 3, null, 2),
    sum: ['one', 'two', async ({ one, two }) => one + two],
  });
  const queue = async.queue((task, done) => setImmediate(done, null, task * 2), 1);
  const doubled = [];
  queue.push([1, 2, 3], (error, value) => doubled.push(value));
  await queue.drain();
  let tries = 0;
  const retried = await async.retry({ times: 3, interval: 2 }, async () => {
    if (++tries < 3) throw new Error(`try ${tries}`);
    return tries;
  });
  return { auto, doubled, retried, waterfall: await async.waterfall([async () => 1, async (n) => n + 1]), sorted: await async.sortBy([3, 1, 2], async (n) => n) };
};
