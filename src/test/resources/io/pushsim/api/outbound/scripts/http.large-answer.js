const response = await new Promise((resolve) => require('http').get({ port, path: '/large?chunks=800' }, resolve));
let length = 0;
let most = 0;
for await (const part of response) {
  length += part.length;
  most = Math.max(most, response.readableLength);
}
console.log(length, most < 1e6);
