//! timeout 30
//! is killed
//! fails "errorType":"RangeError"
// Two gigabytes of zeros, compressed three times.
const bomb = [
  'H4sIAAAAAAACA5Pv5mAAASbmt3cW5k1OlGh7WF+iyJuUzMR60qJnpurcgxMVZqjJMDwUiNi0wMDUuu+sgmDx5B1569gdBERDT3O9TfzzvXSl//5PJ6f//nG85EaV2c/i3du//y80rN/1',
  'z7rWEGS2cvnHAsubfYyHb599dLe9GCiS8MZOXu7Ne7fG4/7rz89hBoq4vf/98uTpu/yNV7fr/z7HCBRZ/D1r75y32xp2nz2/uP8dWKRcXwJknmYTiHdBCczRBXMElJE4ozKjMqMyozKj',
  'MqMyozKjMqMyozKjMqMyg0Um/PXTGmvWM3X5Yuf38+WaH559df332/FC/xneh7n5FtyUZwAAsloknZUNAAA=',
].join('');
exports.handler = async () => {
  const { gunzipSync } = require('zlib');
  return gunzipSync(gunzipSync(gunzipSync(Buffer.from(bomb, 'base64')))).length;
};
