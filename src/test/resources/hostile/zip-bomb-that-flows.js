//! timeout 3
//! answers ^2147483648$
//! times out
//! is killed
// The same, thrown away as it comes.
const bomb = [
  'H4sIAAAAAAACA5Pv5mAAASbmt3cW5k1OlGh7WF+iyJuUzMR60qJnpurcgxMVZqjJMDwUiNi0wMDUuu+sgmDx5B1569gdBERDT3O9TfzzvXSl//5PJ6f//nG85EaV2c/i3du//y80rN/1',
  'z7rWEGS2cvnHAsubfYyHb599dLe9GCiS8MZOXu7Ne7fG4/7rz89hBoq4vf/98uTpu/yNV7fr/z7HCBRZ/D1r75y32xp2nz2/uP8dWKRcXwJknmYTiHdBCczRBXMElJE4ozKjMqMyozKj',
  'MqMyozKjMqMyozKjMqMyg0Um/PXTGmvWM3X5Yuf38+WaH559df332/FC/xneh7n5FtyUZwAAsloknZUNAAA=',
].join('');
exports.handler = async () => {
  const zlib = require('zlib');
  const { Readable } = require('stream');
  let length = 0;
  const flow = Readable.from([Buffer.from(bomb, 'base64')]).pipe(zlib.createGunzip()).pipe(zlib.createGunzip()).pipe(zlib.createGunzip());
  for await (const chunk of flow) length += chunk.length;
  return length;
};
