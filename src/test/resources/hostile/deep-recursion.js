//! timeout 20
//! answers ^\["RangeError","Maximum call stack size exceeded"\]$
exports.handler = async (event) => {
  try {
    (function deeper() { deeper(); }());
  } catch (error) {
    return [error.name, error.message];
  }
};
