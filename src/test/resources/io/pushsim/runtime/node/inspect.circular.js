const loop = { name: 'loop', list: [] };
loop.self = loop;
loop.list.push(loop, { back: loop });
console.log(loop);
const a = {};
const b = { a };
a.b = b;
console.log([a, b], new Map([['m', a]]));
