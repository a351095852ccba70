for (const value of [5, null, undefined, true, {}, () => 1, Symbol('x'), 10n]) {
  try {
    Buffer.from(value);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
try {
  Buffer.from('x', 'utf-7');
} catch (error) {
  console.log(error.name, error.code, error.message, String(error));
}
