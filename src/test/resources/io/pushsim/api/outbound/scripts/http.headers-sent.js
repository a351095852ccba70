const request = require('http').request({ port, method: 'POST', path: '/echo', headers: { 'X-One': '1', 'x-list': ['a', 'b'], Cookie: ['c=1', 'd=2'] }, auth: 'user:pass word' });
request.setHeader('X-Two', 2);
request.appendHeader('X-One', '3');
request.removeHeader('absent');
console.log(request.getHeaders(), request.getHeaderNames(), request.getRawHeaderNames(), request.hasHeader('X-TWO'), request.getHeader('x-two'));
const response = await new Promise((resolve) => request.on('response', resolve).end('x'));
try {
  request.setHeader('X-Three', '3');
} catch (error) {
  console.log(error.code, error.message);
}
let text = '';
response.setEncoding('utf8').on('data', (part) => { text += part; });
await require('events').once(response, 'end');
console.log(JSON.parse(text).headers);
