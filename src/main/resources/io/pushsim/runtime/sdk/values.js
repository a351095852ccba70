// Simple values of AWS's models: as texts in requests and answers, and as the SDK gives them.
(function values(exports, internal) {
  'use strict';
  const { Buffer } = internal('buffer');

  // Of bytes, what the SDK gives: with a method that reads them as text.
  class Uint8ArrayBlobAdapter extends Uint8Array {
    static fromString(source, encoding = 'utf-8') {
      return Uint8ArrayBlobAdapter.mutate(new Uint8Array(Buffer.from(source, encoding === 'base64' ? 'base64' : 'utf8')));
    }
    static mutate(source) {
      Object.setPrototypeOf(source, Uint8ArrayBlobAdapter.prototype);
      return source;
    }
    transformToString(encoding = 'utf-8') {
      return bufferOf(this).toString(encoding === 'utf-8' ? 'utf8' : encoding);
    }
  }

  function bufferOf(value) {
    if (typeof value === 'string') {
      return Buffer.from(value, 'utf8');
    }
    if (ArrayBuffer.isView(value)) {
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    return Buffer.from(value);
  }

  // --- dates ----------------------------------------------------------------------------------

  const iso = (date) => date.toISOString().replace('.000Z', 'Z');
  const epoch = (date) => date.getTime() / 1000;
  const writers = { iso8601: iso, rfc822: (date) => date.toUTCString(), unixTimestamp: (date) => String(epoch(date)) };

  function dateText(date, format) {
    return writers[format](date instanceof Date ? date : new Date(date));
  }

  function dateOf(value, format) {
    const date = format === 'unixTimestamp' ? new Date(Math.round(Number(value) * 1000)) : new Date(value);
    if (Number.isNaN(date.getTime())) {
      throw new TypeError(`Invalid ${format} date-time value ${value}`);
    }
    return date;
  }

  // --- texts ----------------------------------------------------------------------------------

  // As in headers, labels, queries and XML.
  function text(ref, value, dates) {
    switch (ref.shape) {
      case 'timestamp':
        return dateText(value, ref.timestampFormat ?? dates);
      case 'blob':
        return bufferOf(value).toString('base64');
      default:
        return String(value);
    }
  }

  function read(ref, value, dates) {
    switch (ref.shape) {
      case 'timestamp':
        return dateOf(value, ref.timestampFormat ?? dates);
      case 'blob':
        return new Uint8Array(Buffer.from(value, 'base64'));
      case 'boolean':
        return value === 'true' ? true : value === 'false' ? false : fail(`Unable to parse boolean value "${value}"`);
      case 'integer':
      case 'long':
      case 'float':
      case 'double':
        return Number(value);
      default:
        return value;
    }
  }

  function fail(message) {
    throw new TypeError(message);
  }

  // As RFC 3986 has it, which leaves fewer characters than encodeURIComponent.
  function encode(value) {
    return encodeURIComponent(value).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  }

  Object.assign(exports, { Uint8ArrayBlobAdapter, bufferOf, text, read, dateOf, epoch, encode });
})
