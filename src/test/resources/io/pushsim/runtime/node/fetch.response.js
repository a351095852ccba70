const said = (attempt) => {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
said(() => new Response('x', { status: 99 }));
said(() => new Response('x', { status: 204 }));
said(() => new Response('x', { statusText: '\n' }));
said(() => Response.json());
said(() => Response.json(undefined));
said(() => Response.json({ a: 1 }, { status: 201, headers: { x: '1' } }));
said(() => Response.redirect('http://a', 200));
said(() => Response.redirect('http://a/b', 301));
said(() => Response.error());
said(() => new Response(null, { status: 304 }));
const response = new Response('{"a":[1]}', { headers: { x: '1' } });
const copy = response.clone();
console.log(response, await response.json(), response.bodyUsed, await copy.text());
for (const method of ['text', 'json', 'arrayBuffer', 'formData']) {
  await response[method]().catch((error) => console.log(method, error.name, error.message));
}
said(() => response.clone());
console.log(await new Response(new Uint8Array([1, 2])).arrayBuffer(), await new Response('ab').blob(), await new Response(new Blob(['q'])).text());
console.log(await new Response(new URLSearchParams({ a: 'b c' })).text(), await new Response().text());
const stream = new Response('streamed').body;
for await (const part of stream) {
  console.log(part);
}
const locked = new Response('x');
locked.body.getReader();
await locked.text().catch((error) => console.log(error.name, error.message));
