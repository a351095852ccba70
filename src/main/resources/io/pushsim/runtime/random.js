// The random part of Node's crypto: drawn from the simulator's seed.
(function random_(exports, internal, host) {
  'use strict';
  const { invalidArgument, outOfRange } = internal('errors');
  const { domException } = internal('exceptions');
  const { random, uuid } = host;
  const largest = 2 ** 31 - 1;

  // Six bytes of each draw.
  function fill(bytes) {
    for (let i = 0; i < bytes.length;) {
      let drawn = Math.floor(random() * 2 ** 48);
      for (let j = 0; j < 6 && i < bytes.length; j++) {
        bytes[i++] = drawn % 256;
        drawn = Math.floor(drawn / 256);
      }
    }
  }

  const bytesOf = (view) => (ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view));

  function getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || array instanceof DataView || array instanceof Float32Array || array instanceof Float64Array) {
      throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > 65536) {
      throw domException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
    }
    fill(bytesOf(array));
    return array;
  }

  function deliver(callback, value) {
    if (callback === undefined) {
      return value;
    }
    if (typeof callback !== 'function') {
      throw invalidArgument('callback', 'of type function', callback);
    }
    internal('loop').setImmediate(callback, null, value);
    return undefined;
  }

  function checked(name, value, most) {
    if (typeof value !== 'number') {
      throw invalidArgument(name, 'of type number', value);
    }
    if (!(value >= 0 && value <= most)) {
      throw outOfRange(name, `>= 0 && <= ${most}`, value);
    }
    return value;
  }

  function randomBytes(size, callback) {
    const bytes = internal('buffer').Buffer.alloc(checked('size', size, largest));
    fill(bytes);
    return deliver(callback, bytes);
  }

  function randomFillSync(target, offset = 0, size = undefined) {
    if (!ArrayBuffer.isView(target) && !(target instanceof ArrayBuffer)) {
      throw invalidArgument('buf', 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView', target);
    }
    const width = target.BYTES_PER_ELEMENT ?? 1;
    const start = checked('offset', offset, target.byteLength / width) * width;
    const length = size === undefined ? target.byteLength - start : checked('size', size, largest) * width;
    if (start + length > target.byteLength) {
      throw outOfRange('size + offset', `<= ${target.byteLength}`, start + length);
    }
    fill(bytesOf(target).subarray(start, start + length));
    return target;
  }

  function randomFill(target, ...rest) {
    const callback = rest.pop();
    deliver(callback, randomFillSync(target, ...rest));
  }

  function randomInt(min, max, callback) {
    if (max === undefined || typeof max === 'function') {
      return randomInt(0, min, max);
    }
    for (const [name, value] of [['min', min], ['max', max]]) {
      if (!Number.isSafeInteger(value)) {
        throw invalidArgument(name, 'a safe integer', value);
      }
    }
    if (max <= min) {
      throw outOfRange('max', `greater than the value of "min" (${min})`, max);
    }
    if (max - min > 2 ** 48 - 1) {
      throw outOfRange(min === 0 ? 'max' : 'max - min', `<= ${2 ** 48 - 1}`, min === 0 ? max : max - min);
    }
    return deliver(callback, min + Math.floor(random() * (max - min)));
  }

  Object.assign(exports, { getRandomValues, randomUUID: () => uuid(), randomBytes, randomFill, randomFillSync, randomInt, deliver });
  Object.defineProperty(exports.randomUUID, 'name', { value: 'randomUUID' });
})
