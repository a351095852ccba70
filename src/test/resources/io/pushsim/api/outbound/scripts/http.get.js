await ask({ path: '/echo?a=b' });
