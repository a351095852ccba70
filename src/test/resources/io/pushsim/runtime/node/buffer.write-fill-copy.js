const target = Buffer.alloc(10);
console.log(target.write('abc'), target.write('xyz', 4), target.write('qqqq', 8), target.write('ff00', 0, 'hex'), target);
console.log(Buffer.alloc(5).fill('ab'), Buffer.alloc(5).fill(0x101), Buffer.alloc(5).fill('é', 1, 4), Buffer.alloc(4).fill(''));
console.log(Buffer.from('12345').copy(target, 2, 1, 3), target.toString('latin1').slice(2, 4));
