console.log(new Map([['a', 1], [{ k: 1 }, [1, 2]]]), new Set([1, 'two', { three: 3 }]), new Map(), new Set(), new WeakMap(), new WeakSet());
console.log(new Map([['nested', new Map([['deep', new Map([['deeper', new Map([['x', 1]])]])]])]]), new Set([[1, 2, 3]]));
console.log(new Map(Array.from({ length: 3 }, (_, i) => [`key number ${i}`, { value: i, text: 'some text that makes it long' }])));
