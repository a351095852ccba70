console.log([1, , 3], [undefined, null], new Array(5), [[[[1]]]], Object.assign([1, 2], { extra: 'x' }), [,'a', , ,]);
console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(['apple', 'banana', 'cherry', 'dragonfruit', 'elderberry', 'fig', 'grape', 'honeydew'], [1.5, 22.25, 333.125, 4, 5, 6, 7]);
console.log(['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)], [true, false, null, undefined, 1n, Symbol('x'), 'y']);
console.log([{ id: 1, name: 'one' }, { id: 2, name: 'two' }], [[1, 2, [3, 4, [5, [6]]]], { a: {} }]);
