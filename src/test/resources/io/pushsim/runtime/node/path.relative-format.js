const path = require('path');
console.log(path.relative('/a/b/c', '/a/d'), path.relative('/a', '/a/b/c'), path.relative('/a/b', '/a/b'), path.relative('/', '/x'), path.relative('/a/b/', '/a'));
console.log(path.format({ dir: '/a', base: 'b.c' }), path.format({ root: '/', name: 'n', ext: '.e' }), path.format({ root: '/', base: 'x', name: 'ignored' }), path.format({ name: 'a', ext: 'b' }), path.toNamespacedPath('/x'));
