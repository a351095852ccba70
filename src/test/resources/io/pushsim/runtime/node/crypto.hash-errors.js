const crypto = require('crypto');
const hash = crypto.createHash('sha256');
hash.digest();
for (const attempt of [() => crypto.createHash('nope'), () => hash.update('x'), () => hash.digest(), () => crypto.createHash('md5').update(5), () => crypto.createHash(5)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
