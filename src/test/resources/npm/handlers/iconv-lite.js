// iconv-lite
const { Readable } = require('stream');
const iconv = require('iconv-lite');

exports.handler = async (event) => {
  const encodings = ['win1252', 'ISO-8859-15', 'utf16le', 'utf-16', 'shift_jis', 'gbk', 'big5', 'euc-kr', 'cp437', 'utf7'];
  const bytes = encodings.map((encoding) => [encoding, iconv.encode(event.text, encoding).toString('hex')]);
  bytes.forEach(([encoding, hex]) => console.log(encoding, hex, iconv.decode(Buffer.from(hex, 'hex'), encoding)));
  let streamed = '';
  for await (const part of Readable.from([Buffer.from([0x83]), Buffer.from([0x65, 0x83, 0x58])]).pipe(iconv.decodeStream('shift_jis'))) {
    streamed += part;
  }
  return { bytes, streamed, exists: [iconv.encodingExists('latin1'), iconv.encodingExists('nope')], bom: iconv.decode(Buffer.from([0xef, 0xbb, 0xbf, 0x61]), 'utf8') };
};
