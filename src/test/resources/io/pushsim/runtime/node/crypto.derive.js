const crypto = require('crypto');
console.log(crypto.pbkdf2Sync('password', 'salt', 1000, 40, 'sha256').toString('hex'), crypto.pbkdf2Sync('', '', 1, 5, 'sha1'), Buffer.from(crypto.hkdfSync('sha256', 'key', 'salt', 'info', 42)).toString('hex'));
console.log(await new Promise((resolve) => crypto.pbkdf2('p', 's', 2, 8, 'sha512', (error, key) => resolve(key.toString('hex')))), (await require('util').promisify(crypto.pbkdf2)('p', 's', 1, 4, 'md5')).length);
for (const attempt of [() => crypto.pbkdf2Sync('p', 's', 0, 1, 'sha1'), () => crypto.pbkdf2Sync('p', 's', 1, 1, 'nope'), () => crypto.pbkdf2Sync('p', 's', 1, -1, 'sha1')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
