await ask({ path: '/hangup', method: 'POST' }, 'x');
