for (const encoding of ['utf8', 'utf-8', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'ucs2', 'UTF16LE']) {
  console.log(encoding, Buffer.from('48656c6c6f', encoding), Buffer.from('grüße €', 'utf8').toString(encoding));
}
