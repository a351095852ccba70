// ulid
const { decodeTime, isValid, monotonicFactory, ulid } = require('ulid');

exports.handler = async () => {
  const next = monotonicFactory(() => 0.5);
  const ids = [next(1700000000000), next(1700000000000), next(1699999999999)];
  console.log(ids);
  return { ids, time: decodeTime(ids[0]), shape: /^[0-9A-HJKMNP-TV-Z]{26}$/.test(ulid()), valid: [isValid(ids[0]), isValid('x')] };
};
