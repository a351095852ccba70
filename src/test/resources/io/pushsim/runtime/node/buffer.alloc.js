console.log(Buffer.alloc(5), Buffer.alloc(5, 1), Buffer.alloc(7, 'abc'), Buffer.alloc(4, 'YWI=', 'base64'), Buffer.allocUnsafe(3).length, Buffer.alloc(0));
for (const size of [-1, '5', NaN]) {
  try {
    Buffer.alloc(size);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
