await ask({ path: '/hold', timeout: 100 }, null, (request) => {
  request.on('timeout', () => request.destroy());
  request.end();
});
await ask({ path: '/hold' }, null, (request) => {
  request.setTimeout(100, () => request.destroy(new Error('too slow')));
  request.end();
});
