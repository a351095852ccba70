await ask({ path: '/hold' }, null, (request) => {
  request.end();
  request.on('finish', () => setTimeout(() => request.abort(), 20));
});
await ask({ path: '/hold' }, null, (request) => {
  request.end();
  request.destroy();
  console.log(request.destroyed, request.aborted);
});
await ask({ path: '/hold' }, null, (request) => request.destroy(new Error('mine')));
const controller = new AbortController();
await ask({ path: '/hold', signal: controller.signal }, null, (request) => {
  request.end();
  request.on('finish', () => controller.abort());
});
