// validator
const validator = require('validator');
const isEmail = require('validator/lib/isEmail');

exports.handler = async () => {
  const checks = {
    email: [isEmail('ann@example.com'), isEmail('ann@')], url: validator.isURL('https://example.com/a?b=c'), iban: validator.isIBAN('DE89370400440532013000'),
    card: validator.isCreditCard('4111111111111111'), ip: [validator.isIP('::1', 6), validator.isIP('256.1.1.1')], jwt: validator.isJWT('a.b.c'), phone: validator.isMobilePhone('+4915123456789', 'de-DE'),
  };
  console.log(checks);
  return { checks, escaped: validator.escape('<a href="x">'), normal: validator.normalizeEmail('An.N+tag@GMail.com'), date: validator.toDate('2024-02-03') };
};
