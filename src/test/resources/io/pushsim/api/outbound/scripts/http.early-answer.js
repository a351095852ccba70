const response = await new Promise((resolve) => {
  const request = require('http').request({ port, path: '/early', method: 'POST' }, resolve);
  request.on('error', (error) => console.log(error.code));
  request.write('a beginning');
});
console.log(response.statusCode, await require('stream/consumers').text(response));
