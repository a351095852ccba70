await new Promise((resolve) => {
  require('http').get({ port, path: '/large?chunks=100' }, (response) => {
    response.on('error', (error) => console.log('response', error.message));
    response.on('close', () => { console.log('closed', response.destroyed, response.complete); resolve(); });
    response.once('data', () => response.destroy(new Error('enough')));
  }).on('error', (error) => console.log('request', error.message));
});
