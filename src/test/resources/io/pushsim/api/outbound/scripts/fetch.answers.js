const base = `http://127.0.0.1:${port}`;
const zipped = await fetch(`${base}/gzip`);
console.log(zipped.headers.get('content-encoding'), (await zipped.text()).length);
const form = await (await fetch(`${base}/form`)).formData();
console.log([...form.keys()], form.get('a'), await form.get('f').text(), form.get('f').name, form.get('f').type);
const headers = await fetch(`${base}/headers`);
console.log([...headers.headers], headers.headers.getSetCookie());
for (const [path, options] of [['/status?code=204', {}], ['/status?code=304', {}], ['/status?code=200', { method: 'HEAD' }], ['/nowhere', {}]]) {
  const response = await fetch(base + path, options);
  console.log(response.status, response.body === null, await response.text());
}
let length = 0;
for await (const part of (await fetch(`${base}/large?chunks=400`)).body) {
  length += part.length;
}
console.log(length);
const twice = await fetch(`${base}/chunks`);
const copy = twice.clone();
console.log(await Promise.all([twice.text(), copy.text()]));
