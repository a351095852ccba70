let made = 0;
const body = new ReadableStream({
  pull(controller) {
    made += 1;
    if (made > 200) {
      controller.close();
    } else {
      controller.enqueue(new Uint8Array(65536).fill(made));
    }
  },
});
console.log(await (await fetch(`http://127.0.0.1:${port}/sum`, { method: 'PUT', body, duplex: 'half' })).text());
