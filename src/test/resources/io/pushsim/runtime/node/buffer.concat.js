console.log(Buffer.concat([Buffer.from('a'), Buffer.from('bc')]).toString(), Buffer.concat([Buffer.from('abc')], 2), Buffer.concat([Buffer.from('a')], 4), Buffer.concat([]));
for (const list of ['x', [1], [Buffer.from('a'), 'b']]) {
  try {
    Buffer.concat(list);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
