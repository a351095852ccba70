console.log(new URL('http://user@example.com:81/p?a=1&b=2#h'));
console.log({ deep: { url: new URL('http://a.b/') } });
console.log([new URLSearchParams('a=1&b=2'), new URLSearchParams('')]);
