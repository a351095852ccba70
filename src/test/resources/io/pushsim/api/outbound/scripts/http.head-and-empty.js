await ask({ path: '/status?code=200', method: 'HEAD' });
await ask({ path: '/status?code=204' });
await ask({ path: '/status?code=304' });
await ask({ path: '/nowhere' });
