// Headers, and how classes of the web are made to look as Node's.
(function fetchHeaders(exports, internal) {
  'use strict';
  const { isToken } = internal('http_checks');
  const custom = Symbol.for('nodejs.util.inspect.custom');

  exports.needs = (where, count, needed) => {
    if (count < needed) {
      throw new TypeError(`${where}: ${needed} argument${needed === 1 ? '' : 's'} required, but${count === 0 ? '' : ' only'} ${count} found.`);
    }
  };

  // What stands on a prototype is enumerable in the web's classes.
  exports.finished = (Type) => {
    const { prototype } = Type;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (name !== 'constructor') {
        Object.defineProperty(prototype, name, { enumerable: true });
      }
    }
    Object.defineProperty(prototype, Symbol.toStringTag, { value: Type.name, configurable: true });
  };

  // Any chars up to 0xff: one byte each.
  function byteString(value) {
    const text = `${value}`;
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 255) {
        throw new TypeError(`Cannot convert argument to a ByteString because the character at index ${i} has a value of ${
          text.charCodeAt(i)} which is greater than 255.`);
      }
    }
    return text;
  }

  function checkedName(value, where) {
    const name = byteString(value);
    if (!isToken(name)) {
      throw new TypeError(`${where}: "${name}" is an invalid header name.`);
    }
    return name;
  }

  function checkedValue(value, where) {
    const text = byteString(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
    if (/[\0\r\n]/.test(text)) {
      throw new TypeError(`${where}: "${text}" is an invalid header value.`);
    }
    return text;
  }

  function* pairsOf(init) {
    if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
      throw new TypeError('Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.');
    }
    if (typeof init[Symbol.iterator] !== 'function') {
      for (const name of Reflect.ownKeys(init)) {
        if (Object.getOwnPropertyDescriptor(init, name)?.enumerable) {
          yield [name, init[name]];
        }
      }
      return;
    }
    for (const pair of init) {
      const values = [...pair];
      if (values.length !== 2) {
        throw new TypeError(`Headers constructor: expected name/value pair to be length 2, found ${values.length}.`);
      }
      yield values;
    }
  }

  class Headers {
    // By lower-case name: the name as first written, and its values.
    #fields = new Map();
    #immutable = false;
    constructor(init = undefined) {
      if (init !== undefined) {
        for (const [name, value] of pairsOf(init)) {
          this.append(name, value);
        }
      }
    }
    #change() {
      if (this.#immutable) {
        throw new TypeError('immutable');
      }
    }
    append(name, value) {
      exports.needs('Headers.append', arguments.length, 2);
      const written = checkedName(name, 'Headers.append');
      const text = checkedValue(value, 'Headers.append');
      this.#change();
      const field = this.#fields.get(written.toLowerCase());
      if (field === undefined) {
        this.#fields.set(written.toLowerCase(), { name: written, values: [text] });
      } else {
        field.values.push(text);
      }
    }
    delete(name) {
      exports.needs('Headers.delete', arguments.length, 1);
      const written = checkedName(name, 'Headers.delete');
      this.#change();
      this.#fields.delete(written.toLowerCase());
    }
    get(name) {
      exports.needs('Headers.get', arguments.length, 1);
      const field = this.#fields.get(checkedName(name, 'Headers.get').toLowerCase());
      return field === undefined ? null : joined(field);
    }
    has(name) {
      exports.needs('Headers.has', arguments.length, 1);
      return this.#fields.has(checkedName(name, 'Headers.has').toLowerCase());
    }
    set(name, value) {
      exports.needs('Headers.set', arguments.length, 2);
      const written = checkedName(name, 'Headers.set');
      const text = checkedValue(value, 'Headers.set');
      this.#change();
      const key = written.toLowerCase();
      this.#fields.set(key, { name: this.#fields.get(key)?.name ?? written, values: [text] });
    }
    getSetCookie() {
      return [...this.#fields.get('set-cookie')?.values ?? []];
    }
    * keys() {
      for (const [name] of sorted(this)) {
        yield name;
      }
    }
    * values() {
      for (const [, value] of sorted(this)) {
        yield value;
      }
    }
    * entries() {
      yield* sorted(this);
    }
    forEach(callback, receiver = undefined) {
      exports.needs('Headers.forEach', arguments.length, 1);
      if (typeof callback !== 'function') {
        throw new TypeError("Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
      }
      for (const [name, value] of sorted(this)) {
        Reflect.apply(callback, receiver, [value, name, this]);
      }
    }
    [custom](depth, options, inspect) {
      const shown = {};
      for (const { name, values } of this.#fields.values()) {
        shown[name] = joined({ name, values });
      }
      return `Headers ${inspect(shown, { ...options, depth })}`;
    }
    // For this simulation only: the fields as they are sent, and a lock.
    static fields(headers) {
      return headers.#fields;
    }
    static copy(headers) {
      const other = new Headers();
      for (const [key, { name, values }] of headers.#fields) {
        other.#fields.set(key, { name, values: [...values] });
      }
      return other;
    }
    static is(value) {
      return typeof value === 'object' && value !== null && #fields in value;
    }
    static lock(headers) {
      headers.#immutable = true;
      return headers;
    }
  }
  const { fields, copy, is, lock } = Headers;
  for (const name of ['fields', 'copy', 'is', 'lock']) {
    delete Headers[name];
  }

  const joined = ({ name, values }) => values.join(name.toLowerCase() === 'cookie' ? '; ' : ', ');

  function sorted(headers) {
    const names = [...fields(headers).keys()].sort();
    return names.flatMap((name) => {
      const field = fields(headers).get(name);
      return name === 'set-cookie' ? field.values.map((value) => [name, value]) : [[name, joined(field)]];
    });
  }

  exports.finished(Headers);
  Object.defineProperty(Headers.prototype, Symbol.iterator, { value: Headers.prototype.entries, writable: true, configurable: true });
  // Names and values in turn, each line that is sent.
  exports.lines = (headers) => [...fields(headers).values()].flatMap(({ name, values }) => (
    name.toLowerCase() === 'set-cookie' ? values.flatMap((value) => [name, value]) : [name, joined({ name, values })]));
  exports.immutable = lock;
  // As they were written, in their order.
  exports.copy = copy;
  exports.headersOf = (init) => (is(init) ? copy(init) : new Headers(init));
  exports.Headers = Headers;
})
