for (const address of ['x', 'ftp://a', 'about:blank', 'file:///x', 'http://127.0.0.1:1']) {
  await fetch(address).catch((error) => console.log(address, error.name, error.message, error.cause?.message));
}
const data = await fetch('data:text/plain;base64,aGk=');
console.log(data, await data.text());
console.log(await (await fetch('data:,a%20b')).text(), (await fetch('data:,')).headers.get('content-type'));
await fetch('data:x').catch((error) => console.log(error.cause.message));
await fetch('data:,', { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.message));
console.log(fetch.name, fetch.length, String(new Response()));
