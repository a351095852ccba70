const fs = require('fs');
const order = [];
await new Promise((resolve) => {
  fs.writeFile('/tmp/snip-cb', 'data', (error) => {
    order.push(['written', error]);
    fs.readFile('/tmp/snip-cb', 'utf8', (failed, text) => {
      order.push([failed, text]);
      fs.stat('/tmp/snip-none', (missing) => {
        order.push(missing.code);
        fs.unlink('/tmp/snip-cb', () => resolve());
      });
    });
  });
  order.push('sync');
});
console.log(order, await require('util').promisify(fs.exists)('/tmp/snip-cb'));
