// jsonwebtoken
const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const token = jwt.sign({ sub: 'ann', orders: event.orders.length, iat: 1700000000 }, 'secret', { algorithm: 'HS256', expiresIn: '1h', issuer: 'shop' });
  console.log(token);
  const claims = jwt.verify(token, 'secret', { clockTimestamp: 1700000100, issuer: 'shop' });
  const refusal = (...values) => {
    try {
      return jwt.verify(...values);
    } catch (error) {
      return [error.name, error.message];
    }
  };
  return { claims, decoded: jwt.decode(token, { complete: true }).header, expired: refusal(token, 'secret', { clockTimestamp: 1700009999 }), forged: refusal(token, 'other'), callback: await new Promise((resolve) => jwt.verify(token, 'secret', { clockTimestamp: 1700000100 }, (error, value) => resolve(error ?? value.sub))) };
};
