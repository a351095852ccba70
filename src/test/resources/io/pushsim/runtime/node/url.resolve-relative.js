for (const [input, base] of [['../x?y', 'http://a/b/c/d'], ['//other/p', 'https://a/'], ['#f', 'http://a/b?c'], ['?q', 'http://a/b'], ['x y', 'http://a'], ['/ä', 'http://münchen.de'], ['http:foo', 'http://a/b/'], ['c:\\x', 'file:///y/']]) {
  console.log(new URL(input, base).href);
}
