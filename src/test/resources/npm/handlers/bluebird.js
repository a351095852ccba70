// bluebird
const Promise_ = require('bluebird');

exports.handler = async (event) => {
  const slow = (value) => Promise_.delay(5).return(value * 2);
  const doubled = await Promise_.map(event.orders, ({ total }) => slow(total), { concurrency: 2 });
  console.log(doubled);
  const readFile = Promise_.promisify((name, callback) => setImmediate(callback, null, `${name} read`));
  const order = [];
  const timedOut = await Promise_.delay(50).timeout(5, 'too slow').catch(Promise_.TimeoutError, (error) => error.message);
  await Promise_.each(['a', 'b'], (each) => Promise_.delay(2).then(() => order.push(each)));
  return { doubled, read: await readFile('x'), timedOut, order, settled: (await Promise_.all([Promise_.reject(new RangeError('r')).reflect()]))[0].reason().message, props: await Promise_.props({ a: slow(1), b: 2 }) };
};
