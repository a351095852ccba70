// The checksums that the SDK gives S3's uploads.
(function checksums(exports, internal, host) {
  'use strict';
  const { bufferOf } = internal('sdk/values');
  const { isStream, lengthOf } = internal('sdk/body');
  const { Buffer } = internal('buffer');
  const { notSimulated } = internal('errors');
  const hashes = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512', MD5: 'md5' };
  const sums = { CRC32: 'CRC32', CRC32C: 'CRC32C' };

  function sumText(number) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(number, 0);
    return bytes.toString('base64');
  }

  // Of a part after part.
  function running(algorithm) {
    if (sums[algorithm] !== undefined) {
      const parts = host.runningSum(sums[algorithm]);
      let number = parts(new ArrayBuffer(0), 0, 0);
      return {
        update: (bytes) => {
          number = parts(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        },
        digest: () => sumText(number),
      };
    }
    if (hashes[algorithm] === undefined) {
      throw notSimulated(`the checksum algorithm ${algorithm} of the AWS SDK`);
    }
    const hash = new (internal('hashes').Hash)(hashes[algorithm]);
    return { update: (bytes) => hash.update(bytes), digest: () => hash.digest('base64') };
  }

  // AWS's own chunks, with the checksum behind them: so a stream need not be read twice.
  async function* chunks(stream, header, sum) {
    for await (const each of stream) {
      const chunk = bufferOf(each);
      if (chunk.length > 0) {
        sum.update(chunk);
        yield Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
      }
    }
    yield Buffer.from(`0\r\n${header}:${sum.digest()}\r\n\r\n`);
  }

  function addTrailer(request, header, algorithm) {
    const { headers, body } = request;
    const length = headers['content-length'] ?? lengthOf(body);
    headers['content-encoding'] = headers['content-encoding'] ? `${headers['content-encoding']},aws-chunked` : 'aws-chunked';
    headers['transfer-encoding'] = 'chunked';
    headers['x-amz-decoded-content-length'] = length === undefined ? undefined : String(length);
    headers['x-amz-content-sha256'] = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
    headers['x-amz-trailer'] = header;
    delete headers['content-length'];
    request.body = internal('stream').Stream.Readable.from(chunks(body, header, running(algorithm)), { objectMode: false });
  }

  const has = (headers, prefix) => Object.keys(headers).some((name) => name.toLowerCase().startsWith(prefix) && name !== 'x-amz-checksum-mode' && name !== 'x-amz-checksum-algorithm');

  // What the operation's requests carry, as its model and the client's configuration have it.
  exports.add = async (operation, input, request, config) => {
    const { checksum } = operation;
    if (checksum === undefined) {
      return;
    }
    const { requestAlgorithmMember: member, requestChecksumRequired: required, requestValidationModeMember: mode } = checksum;
    if (mode !== undefined && input[mode] === undefined && await config.responseChecksumValidation() === 'WHEN_SUPPORTED') {
      request.headers['x-amz-checksum-mode'] = 'ENABLED';
    }
    if (member === undefined) {
      return;
    }
    const asked = input[member];
    if (asked === undefined && !required && await config.requestChecksumCalculation() !== 'WHEN_SUPPORTED') {
      return;
    }
    const algorithm = asked ?? 'CRC32';
    const header = `x-amz-checksum-${algorithm.toLowerCase()}`;
    if (has(request.headers, 'x-amz-checksum-')) {
      return;
    }
    request.headers['x-amz-sdk-checksum-algorithm'] = algorithm;
    if (isStream(request.body)) {
      addTrailer(request, header, algorithm);
    } else {
      const sum = running(algorithm);
      sum.update(bufferOf(request.body ?? ''));
      request.headers[header] = sum.digest();
    }
  };
})
