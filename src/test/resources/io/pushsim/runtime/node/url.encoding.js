const url = new URL('http://ex.com/');
url.pathname = '/a b/ü/%zz?#';
url.search = '?q=a b&x=<>"\'';
url.hash = 'frag ment`';
console.log(url.href);
const params = new URLSearchParams([['a b', 'c&d'], ['é', '=+%']]);
params.append('empty', '');
console.log(params.toString(), new URLSearchParams('a=%zz&b=%E4&c').get('a'), [...new URLSearchParams('?x=1&x=2#y').entries()], new URLSearchParams('a=b').has('a', 'c'));
for (const attempt of [() => new URLSearchParams([['one']]), () => new URLSearchParams([1]), () => params.get(), () => params.append('a')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
