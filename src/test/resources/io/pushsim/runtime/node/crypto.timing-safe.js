const { timingSafeEqual } = require('crypto');
console.log(timingSafeEqual(Buffer.from('abc'), Buffer.from('abc')), timingSafeEqual(Buffer.from('abc'), Buffer.from('abd')));
for (const values of [[Buffer.from('a'), Buffer.from('ab')], ['a', 'a']]) {
  try {
    timingSafeEqual(...values);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
