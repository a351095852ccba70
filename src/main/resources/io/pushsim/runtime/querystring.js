// Node's querystring module.
(function querystring(exports, internal) {
  'use strict';
  const { coded } = internal('errors');

  function escape(text) {
    const given = typeof text === 'string' ? text : typeof text === 'object' ? String(text) : `${text}`;
    try {
      return encodeURIComponent(given);
    } catch {
      throw coded(URIError, 'ERR_INVALID_URI', 'URI malformed');
    }
  }

  function unescapeBuffer(text) {
    const bytes = [];
    for (let i = 0; i < text.length; i++) {
      const hex = text[i] === '%' ? /^[0-9a-f]{2}/i.exec(text.slice(i + 1, i + 3)) : null;
      if (hex === null) {
        bytes.push(text.charCodeAt(i) & 255);
      } else {
        bytes.push(parseInt(hex[0], 16));
        i += 2;
      }
    }
    return internal('buffer').Buffer.from(bytes);
  }

  function unescape(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return unescapeBuffer(text).toString();
    }
  }

  function primitiveText(value) {
    switch (typeof value) {
      case 'string': return value;
      case 'number': return Number.isFinite(value) ? `${value}` : '';
      case 'bigint': return `${value}`;
      case 'boolean': return value ? 'true' : 'false';
      default: return '';
    }
  }

  function stringify(object, separator, equals, options) {
    const sep = separator || '&';
    const eq = equals || '=';
    const encode = options && typeof options.encodeURIComponent === 'function' ? options.encodeURIComponent : module.escape;
    if (object === null || typeof object !== 'object') {
      return '';
    }
    const fields = [];
    for (const key of Object.keys(object)) {
      const value = object[key];
      const name = encode(key);
      for (const each of Array.isArray(value) ? value : [value]) {
        fields.push(`${name}${eq}${encode(primitiveText(each))}`);
      }
    }
    return fields.join(sep);
  }

  function parse(text, separator, equals, options) {
    const result = Object.create(null);
    if (typeof text !== 'string' || text.length === 0) {
      return result;
    }
    const sep = separator ? `${separator}` : '&';
    const eq = equals ? `${equals}` : '=';
    const given = options && typeof options.decodeURIComponent === 'function' ? options.decodeURIComponent : module.unescape;
    const decode = (part) => {
      const spaced = part.replaceAll('+', ' ');
      try {
        return given(spaced);
      } catch {
        return unescape(spaced);
      }
    };
    let most = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
    most = most > 0 ? most : Infinity;
    for (const field of text.split(sep)) {
      if (field === '') {
        continue;
      }
      if (most-- <= 0) {
        break;
      }
      const at = field.indexOf(eq);
      const key = decode(at === -1 ? field : field.slice(0, at));
      const value = at === -1 ? '' : decode(field.slice(at + eq.length));
      if (!(key in result)) {
        result[key] = value;
      } else if (Array.isArray(result[key])) {
        result[key].push(value);
      } else {
        result[key] = [result[key], value];
      }
    }
    return result;
  }

  const module = { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse };
  return module;
})
