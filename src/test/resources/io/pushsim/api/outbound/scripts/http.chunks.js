const response = await new Promise((resolve) => require('http').get({ port, path: '/chunks' }, resolve));
for await (const part of response) {
  console.log(`${part}`);
}
