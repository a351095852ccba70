await ask({ path: '/redirect?code=302&to=/echo' });
