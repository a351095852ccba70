for (const values of [['nonsense'], ['/x', 'also nonsense'], [''], ['http://a b/'], ['http://256.256.256.256/'], ['http://a:99999/'], ['http://']]) {
  try {
    console.log(new URL(...values).href);
  } catch (error) {
    console.log(error.name, error.code, error.message, error.input, error.base, error instanceof TypeError);
  }
}
try {
  new URL();
} catch (error) {
  console.log(error.code, error.message);
}
console.log(URL.canParse('http://a'), URL.canParse('a'), URL.canParse('a', 'http://b'));
