const url = new URL('https://user:p%40ss@sub.example.com:8080/p/a/t/h?query=string&a=1#hash');
for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) {
  console.log(name, url[name]);
}
console.log(url.searchParams.get('query'), String(url), JSON.stringify({ url }), url.toJSON());
