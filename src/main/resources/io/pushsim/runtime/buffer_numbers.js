// Buffer's methods that read and write numbers, with Node's checks.
(function bufferNumbers(exports, internal) {
  'use strict';
  const { coded, invalidArgument, outOfRange } = internal('errors');
  const methods = {};
  const view = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);

  function checkOffset(buffer, offset, size) {
    if (typeof offset !== 'number') {
      throw invalidArgument('offset', 'of type number', offset);
    }
    const most = buffer.length - size;
    if (offset >= 0 && offset <= most && Number.isInteger(offset)) {
      return;
    }
    if (!Number.isInteger(offset)) {
      throw outOfRange('offset', 'an integer', offset);
    }
    if (most < 0) {
      throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
    }
    throw outOfRange('offset', `>= 0 and <= ${most}`, offset);
  }

  function checkValue(value, least, most, size) {
    if (value >= least && value <= most) {
      return;
    }
    if (Number.isNaN(+String(value)) && typeof value !== 'bigint') {
      return;
    }
    const n = typeof value === 'bigint' ? 'n' : '';
    const bits = size * 8;
    const range = size <= 3 && n === '' ? `>= ${least} and <= ${most}`
      : BigInt(least) === 0n ? `>= 0${n} and < 2${n} ** ${bits}${n}`
        : `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
    throw outOfRange('value', range, value);
  }

  function both(name, size, kind, limits) {
    const little = !name.endsWith('BE');
    const read = function (offset = 0) {
      checkOffset(this, offset, size);
      return view(this)[`get${kind}`](offset, little);
    };
    const write = function (value, offset = 0) {
      const given = limits === undefined || typeof value === 'bigint' ? value : +value;
      if (limits !== undefined) {
        checkValue(given, ...limits, typeof limits[0] === 'bigint' ? size : Math.min(size, 3));
      }
      checkOffset(this, offset, size);
      view(this)[`set${kind}`](offset, given, little);
      return offset + size;
    };
    add(`read${name}`, read);
    add(`write${name}`, write);
  }

  function add(name, method) {
    Object.defineProperty(method, 'name', { value: name });
    methods[name] = method;
    if (name.includes('UInt')) {
      methods[name.replace('UInt', 'Uint')] = method;
    }
  }

  const signed = (bits) => [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  both('UInt8', 1, 'Uint8', [0, 255]);
  both('Int8', 1, 'Int8', signed(8));
  for (const order of ['LE', 'BE']) {
    both(`UInt16${order}`, 2, 'Uint16', [0, 65535]);
    both(`UInt32${order}`, 4, 'Uint32', [0, 2 ** 32 - 1]);
    both(`Int16${order}`, 2, 'Int16', signed(16));
    both(`Int32${order}`, 4, 'Int32', signed(32));
    both(`BigUInt64${order}`, 8, 'BigUint64', [0n, 2n ** 64n - 1n]);
    both(`BigInt64${order}`, 8, 'BigInt64', [-(2n ** 63n), 2n ** 63n - 1n]);
    both(`Float${order}`, 4, 'Float32');
    both(`Double${order}`, 8, 'Float64');
    variable(`UInt${order}`, false);
    variable(`Int${order}`, true);
  }

  function checkLength(length) {
    if (length === undefined || typeof length !== 'number') {
      throw invalidArgument('byteLength', 'of type number', length);
    }
    if (!Number.isInteger(length)) {
      throw outOfRange('byteLength', 'an integer', length);
    }
    if (length < 1 || length > 6) {
      throw outOfRange('byteLength', '>= 1 and <= 6', length);
    }
  }

  // Numbers of one to six bytes.
  function variable(name, isSigned) {
    const place = (i, length) => (name.endsWith('LE') ? i : length - 1 - i);
    add(`read${name}`, function (offset, length) {
      if (offset === undefined) {
        throw invalidArgument('offset', 'of type number', offset);
      }
      checkLength(length);
      checkOffset(this, offset, length);
      let value = 0;
      for (let i = length - 1; i >= 0; i--) {
        value = value * 256 + this[offset + place(i, length)];
      }
      return isSigned && value >= 2 ** (8 * length - 1) ? value - 2 ** (8 * length) : value;
    });
    add(`write${name}`, function (value, offset, length) {
      checkLength(length);
      checkValue(+value, isSigned ? -(2 ** (8 * length - 1)) : 0, isSigned ? 2 ** (8 * length - 1) - 1 : 2 ** (8 * length) - 1, length);
      checkOffset(this, offset, length);
      let rest = value < 0 ? +value + 2 ** (8 * length) : +value;
      for (let i = 0; i < length; i++) {
        this[offset + place(i, length)] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      return offset + length;
    });
  }

  exports.methods = methods;
})
