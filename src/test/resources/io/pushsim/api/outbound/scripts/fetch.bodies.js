const form = new FormData();
form.append('a', '1');
const bodies = ['text', new URLSearchParams({ q: 'a b' }), new Blob(['blob'], { type: 'x/y' }), new Uint8Array([65, 66]), form,
  new ReadableStream({ start(controller) { controller.enqueue(new Uint8Array([67])); controller.close(); } }), undefined];
for (const body of bodies) {
  const response = await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', body, duplex: 'half' });
  console.log(JSON.stringify(await response.json()).replace(/undici-0\d+/g, 'undici'));
}
