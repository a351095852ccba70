await ask({ path: '/abort' });
