let drains = 0;
const response = await new Promise((resolve, reject) => {
  const request = require('http').request({ port, path: '/sum', method: 'POST' }, resolve);
  request.on('error', reject);
  let left = 200;
  const more = () => {
    while (left > 0) {
      left -= 1;
      if (!request.write(Buffer.alloc(65536, left))) {
        drains += 1;
        request.once('drain', more);
        return;
      }
    }
    request.end();
  };
  more();
});
console.log(await require('stream/consumers').text(response), drains > 0);
