const url = require('url');
console.log(url.parse('http://user:pass@sub.host.com:8080/p/a/t/h?query=string#hash'));
console.log(url.parse('/path?a=1&a=2', true).query, url.parse('//host/path', false, true).host, url.parse('mailto:a@b.c').href);
console.log(url.resolve('/one/two/three', 'four'), url.resolve('http://example.com/one', '/two'), url.resolve('http://example.com/', 'http://other/'));
console.log(url.format({ protocol: 'https', hostname: 'a.b', pathname: '/x', query: { y: 1, z: ['p', 'q'] } }), url.format(new URL('http://u:p@a/b?c#d'), { auth: false, fragment: false }));
