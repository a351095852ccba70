const { Readable, pipeline } = require('stream');
let made = 0;
const source = new Readable({
  read() {
    made += 1;
    this.push(made > 800 ? null : Buffer.alloc(65536, made));
  },
});
const response = await new Promise((resolve, reject) => {
  const request = require('http').request({ port, path: '/sum', method: 'PUT' }, resolve);
  pipeline(source, request, (error) => error && reject(error));
});
console.log(await require('stream/consumers').text(response));
