for (const text of ['HTTP://EXAMPLE.com:80/%7Efoo/../a b', 'https://[::1]:443/', 'http://192.168.0.257.x/', 'http://0x7f.1/', 'file:///C|/x/../y', 'data:text/plain,a b', 'http://ex.com/a/./b/../c//', 'http://ex.com?', 'blob:https://a.com/x', 'http://faß.de', 'javascript:alert(1)', 'http://a.com:/']) {
  const url = new URL(text);
  console.log(url.href, url.origin, JSON.stringify(url.host));
}
