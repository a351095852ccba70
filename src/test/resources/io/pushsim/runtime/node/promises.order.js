const order = [];
const log = (name) => () => order.push(name);
const thenable = { then(resolve) { order.push('then called'); resolve('t'); } };
(async () => { order.push('a1'); await null; order.push('a2'); await thenable; order.push('a3'); })();
Promise.resolve().then(log('p1')).then(log('p2')).then(log('p3')).then(log('p4'));
queueMicrotask(log('m1'));
await new Promise((resolve) => setTimeout(resolve, 2));
console.log(order.join());
console.log(await Promise.allSettled([1, Promise.reject(new Error('r'))]).then((all) => all.map((each) => each.status)), await Promise.any([Promise.reject(1), 2]), await Promise.race([new Promise(() => {}), 'fast']));
