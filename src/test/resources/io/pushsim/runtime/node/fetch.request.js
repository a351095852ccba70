const said = (attempt) => {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message, error.cause?.code);
  }
};
for (const values of [[], ['/a'], ['http://u:p@h/'], ['http://h', { method: 'a b' }], ['http://h', { method: 'TRACE' }], ['http://h', { body: 'x' }],
  ['http://h', { method: 'POST', body: new ReadableStream() }], ['http://h', { redirect: 'x' }], ['http://h', { signal: 5 }], ['http://h', { mode: 'navigate' }],
  ['http://h', { duplex: 'full' }], ['http://h', { window: 5 }], ['http://h', { referrer: 'nope' }], ['http://h', { cache: 'only-if-cached' }], ['http://h', 5]]) {
  said(() => new Request(...values));
}
const request = new Request('http://h/p?q#f', { method: 'post', body: 'text', headers: { a: '1' }, credentials: 'include', keepalive: true });
console.log(request, request.method, request.url, request.duplex, request.bodyUsed);
const copy = request.clone();
console.log(await copy.text(), copy.bodyUsed, request.bodyUsed);
const other = new Request(request, { headers: { b: '2' } });
console.log(request.bodyUsed, other.method, await other.text(), other.credentials, [...other.headers]);
said(() => request.clone());
