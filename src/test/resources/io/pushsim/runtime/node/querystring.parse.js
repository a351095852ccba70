const querystring = require('querystring');
console.log(querystring.parse('foo=bar&abc=xyz&abc=123&empty=&novalue&sp+ace=a%20b%2Bc'));
console.log(querystring.parse('a:1;b:2', ';', ':'), querystring.parse('w=%D6%D0&bad=%zz&e=%E4'), querystring.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }));
console.log(querystring.unescape('%41%zz+'), querystring.escape('a b&c=ü/'), querystring.parse(''));
