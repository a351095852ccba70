// Bodies of requests and answers: how long they are, how they are read, and the methods that the SDK gives streams.
(function body(exports, internal) {
  'use strict';
  const { bufferOf } = internal('sdk/values');
  const { Readable } = internal('stream').Stream;

  function lengthOf(body) {
    if (!body) {
      return 0;
    }
    if (typeof body === 'string') {
      return bufferOf(body).length;
    }
    if (typeof body.byteLength === 'number') {
      return body.byteLength;
    }
    if (typeof body.size === 'number') {
      return body.size;
    }
    return lengthOfFile(body);
  }

  // Of a stream of a file, or of a part of one.
  function lengthOfFile({ path, start, end }) {
    if (typeof start === 'number' && typeof end === 'number') {
      return end + 1 - start;
    }
    return path === undefined ? undefined : internal('fs').lstatSync(path).size - (start ?? 0);
  }

  const isStream = (body) => typeof body === 'object' && body !== null && typeof body.pipe === 'function';

  // What of a body can be sent: a text, bytes or a stream of Node's.
  async function sendable(body) {
    if (body === undefined || body === null || typeof body === 'string' || isStream(body)) {
      return body ?? undefined;
    }
    if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) {
      return bufferOf(body);
    }
    if (typeof body.arrayBuffer === 'function') {
      return bufferOf(await body.arrayBuffer());
    }
    if (typeof body.getReader === 'function' || typeof body[Symbol.asyncIterator] === 'function') {
      return Readable.from(body);
    }
    throw new Error('Unable to calculate hash for flowing readable stream');
  }

  function collected(stream) {
    if (stream === undefined || ArrayBuffer.isView(stream)) {
      return Promise.resolve(bufferOf(stream ?? ''));
    }
    return new Promise((resolve, reject) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(internal('buffer').Buffer.concat(chunks)));
    });
  }

  const used = () => new Error('The stream has already been transformed.');

  // Gives a stream the methods by which it is read as one.
  function mixed(stream) {
    let transformed = false;
    const once = (use) => {
      if (transformed) {
        throw used();
      }
      transformed = true;
      return use();
    };
    return Object.assign(stream, {
      async transformToByteArray() {
        const bytes = await once(() => collected(stream));
        return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
      },
      async transformToString(encoding) {
        const bytes = bufferOf(await this.transformToByteArray());
        return encoding === undefined || internal('buffer').Buffer.isEncoding(encoding) ? bytes.toString(encoding)
          : new (internal('encoding').TextDecoder)(encoding).decode(bytes);
      },
      transformToWebStream() {
        return once(() => {
          if (stream.readableFlowing !== null) {
            throw new Error('The stream has been consumed by other callbacks.');
          }
          return Readable.toWeb(stream);
        });
      },
    });
  }

  Object.assign(exports, { lengthOf, isStream, sendable, collected, mixed });
})
