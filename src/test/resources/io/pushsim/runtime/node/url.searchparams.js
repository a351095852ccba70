const params = new URLSearchParams('?a=1&b=2&a=3&c=%20x+y&d');
console.log(params.get('a'), params.getAll('a'), params.has('d'), params.get('none'), params.get('c'), params.size);
params.set('a', 'new');
params.append('e', 'ü&=');
params.delete('b');
params.sort();
console.log(params.toString(), [...params], [...params.keys()], [...params.values()]);
params.forEach((value, key) => console.log(key, value));
console.log(new URLSearchParams({ x: 1, y: 'two' }).toString(), new URLSearchParams([['k', 'v'], ['k', 'w']]).toString(), new URLSearchParams(new Map([['m', 'n']])).toString());
