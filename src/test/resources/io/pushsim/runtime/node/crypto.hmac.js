const crypto = require('crypto');
console.log(crypto.createHmac('sha256', 'key').update('data').digest('hex'), crypto.createHmac('sha1', Buffer.from('k')).update('d').digest('base64'), crypto.createHmac('md5', '').update('').digest('hex'), crypto.createHmac('sha512', 'k'.repeat(200)).update('x').digest('hex').slice(0, 20));
const date = crypto.createHmac('sha256', 'AWS4secret').update('20260101').digest();
console.log(crypto.createHmac('sha256', date).update('us-east-1').digest('hex'));
const twice = crypto.createHmac('sha256', 'k');
twice.digest();
console.log(twice.digest('hex') === '');
for (const attempt of [() => crypto.createHmac('nope', 'k'), () => crypto.createHmac('sha256'), () => crypto.createHmac('sha256', 5)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
