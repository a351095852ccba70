await ask({ port: 9, host: '127.0.0.1' });
