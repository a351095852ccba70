const base = `http://127.0.0.1:${port}`;
for (const [code, method] of [[301, 'GET'], [302, 'POST'], [303, 'PUT'], [307, 'POST'], [308, 'PUT']]) {
  const response = await fetch(`${base}/redirect?code=${code}&to=/echo`, { method, body: method === 'GET' ? undefined : 'x', headers: { authorization: 'a' } });
  const { method: used, body, headers } = await response.json();
  console.log(code, used, body, response.redirected, response.url, headers.filter((each) => /^(auth|content)/.test(each)));
}
const manual = await fetch(`${base}/redirect?code=302&to=/echo`, { redirect: 'manual' });
console.log(manual.status, manual.type, manual.headers.get('location'), await manual.text());
const across = await fetch(`${base}/redirect?code=302&to=http://localhost:${port}/echo`.replace('localhost', '127.0.0.1'), { headers: { cookie: 'c' } });
console.log((await across.json()).headers.includes('cookie: c'));
for (const [path, options] of [['/redirect?code=302&to=/echo', { redirect: 'error' }], ['/loop', {}], ['/redirect?code=302&to=ftp://x/', {}]]) {
  await fetch(base + path, options).catch((error) => console.log(error.name, error.message, error.cause.message));
}
