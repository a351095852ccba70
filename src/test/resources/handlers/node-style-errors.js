//! invoke {}
//! result ["Cannot read properties of null (reading 'foo')","Cannot read properties of undefined (reading 'bar')","nope is not defined","Maximum call stack size exceeded","Invalid string length"]
exports.handler = async () => {
  const deep = () => deep();
  return [() => null.foo, () => undefined.bar, () => nope, deep, () => 'x'.repeat(2 ** 29)].map((attempt) => {
    try {
      return attempt();
    } catch (error) {
      error.stack;
      return error.message;
    }
  });
};
