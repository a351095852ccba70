//! timeout 10
//! answers ^\["RangeError","RangeError","RangeError","RangeError"\]$
exports.handler = async (event) => {
  return [() => new ArrayBuffer(2 ** 33), () => Buffer.alloc(2 ** 40), () => new Uint8Array(2 ** 36), () => 'x'.padEnd(2 ** 30)].map((make) => {
    try {
      return make().length;
    } catch (error) {
      return error.name;
    }
  });
};
