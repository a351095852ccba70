await ask({ path: '/echo', headers: ['Host', 'example.com', 'X-A', '1', 'X-A', '2'] });
await ask({ path: '/echo', headers: [['Host', 'example.com'], ['X-B', '1']] });
