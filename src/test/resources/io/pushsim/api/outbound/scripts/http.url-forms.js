const http = require('http');
const read = (request) => new Promise((resolve) => request.on('response', async (response) => resolve(JSON.parse(await require('stream/consumers').text(response)).uri)));
console.log(await read(http.get(`http://127.0.0.1:${port}/echo?a=%20b#hash`)));
console.log(await read(http.get(new URL(`http://127.0.0.1:${port}/echo?c`), { method: 'GET' })));
console.log(await read(http.get(`http://127.0.0.1:${port}/x`, { path: '/echo?d' })));
console.log(await read(http.get({ ...require('url').parse(`http://localhost:${port}/echo?e`), hostname: '127.0.0.1' })));
