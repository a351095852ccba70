// FormData, and how it is written as and read from multipart/form-data (RFC 7578).
(function fetchForm(exports, internal) {
  'use strict';
  const { Blob, File } = internal('blob');
  const { needs, finished } = internal('fetch_headers');
  const { Buffer } = internal('buffer');
  const { TextDecoder } = internal('engine');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const wellFormed = (value) => Buffer.from(`${value}`).toString();

  function entry(method, count, name, value, filename) {
    needs(`FormData.${method}`, count, 2);
    if (count === 3 && !(value instanceof Blob)) {
      throw new TypeError(`Failed to execute '${method}' on 'FormData': parameter 2 is not of type 'Blob'`);
    }
    if (!(value instanceof Blob)) {
      return { name: wellFormed(name), value: wellFormed(value) };
    }
    const isFile = value instanceof File;
    const file = isFile && filename === undefined ? value
      : new File([value], filename === undefined ? 'blob' : wellFormed(filename), { type: value.type, ...isFile && { lastModified: value.lastModified } });
    return { name: wellFormed(name), value: file };
  }

  class FormData {
    #entries = [];
    constructor(form = undefined) {
      if (form !== undefined) {
        throw new TypeError('FormData constructor: Argument 1 could not be converted to: undefined.');
      }
    }
    append(name, value, filename = undefined) {
      this.#entries.push(entry('append', arguments.length, name, value, filename));
    }
    delete(name) {
      needs('FormData.delete', arguments.length, 1);
      this.#entries = this.#entries.filter((each) => each.name !== `${name}`);
    }
    get(name) {
      needs('FormData.get', arguments.length, 1);
      return this.#entries.find((each) => each.name === `${name}`)?.value ?? null;
    }
    getAll(name) {
      needs('FormData.getAll', arguments.length, 1);
      return this.#entries.filter((each) => each.name === `${name}`).map((each) => each.value);
    }
    has(name) {
      needs('FormData.has', arguments.length, 1);
      return this.#entries.some((each) => each.name === `${name}`);
    }
    set(name, value, filename = undefined) {
      const made = entry('set', arguments.length, name, value, filename);
      const index = this.#entries.findIndex((each) => each.name === made.name);
      if (index === -1) {
        this.#entries.push(made);
        return;
      }
      this.#entries = this.#entries.filter((each, i) => i <= index || each.name !== made.name);
      this.#entries[index] = made;
    }
    * keys() {
      for (const { name } of this.#entries) {
        yield name;
      }
    }
    * values() {
      for (const { value } of this.#entries) {
        yield value;
      }
    }
    * entries() {
      for (const { name, value } of this.#entries) {
        yield [name, value];
      }
    }
    forEach(callback, receiver = undefined) {
      needs('FormData.forEach', arguments.length, 1);
      if (typeof callback !== 'function') {
        throw new TypeError("Failed to execute 'forEach' on 'FormData': parameter 1 is not of type 'Function'.");
      }
      for (const [name, value] of this) {
        Reflect.apply(callback, receiver, [value, name, this]);
      }
    }
    [custom](depth, options, inspect) {
      const shown = {};
      for (const { name, value } of this.#entries) {
        shown[name] = Object.hasOwn(shown, name) ? [shown[name], value].flat() : value;
      }
      return `FormData ${inspect(shown, { ...options, depth })}`;
    }
  }
  finished(FormData);
  Object.defineProperty(FormData.prototype, Symbol.iterator, { value: FormData.prototype.entries, writable: true, configurable: true });

  // --- to write -------------------------------------------------------------------------------

  const escaped = (text) => text.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');
  const lines = (text) => text.replace(/\r?\n|\r/g, '\r\n');

  // The bytes and the type of a form.
  exports.encode = (form) => {
    const boundary = `----formdata-undici-0${`${Math.floor(Math.random() * 1e11)}`.padStart(11, '0')}`;
    const parts = [];
    for (const [name, value] of form) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(lines(name))}"`;
      if (typeof value === 'string') {
        parts.push(Buffer.from(`${head}\r\n\r\n${lines(value)}\r\n`));
      } else {
        parts.push(Buffer.from(`${head}; filename="${escaped(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`));
        parts.push(internal('blob').bytesOf(value), Buffer.from('\r\n'));
      }
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return { bytes: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
  };

  // --- to read --------------------------------------------------------------------------------

  function failed() {
    throw new TypeError('Failed to parse body as FormData.');
  }

  const unescaped = (text) => text.replace(/%0a/gi, '\n').replace(/%0d/gi, '\r').replace(/%22/g, '"');

  function headOf(text) {
    const head = { __proto__: null };
    for (const line of text.split('\r\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) {
        head[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
      }
    }
    return head;
  }

  function addPart(form, head, content) {
    const disposition = head['content-disposition'] ?? '';
    const name = /^form-data;(?:.*;)?\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? failed();
    const filename = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
    if (filename === undefined) {
      form.append(unescaped(name), new TextDecoder().decode(content));
    } else {
      form.append(unescaped(name), new File([content], unescaped(filename), { type: head['content-type'] ?? 'text/plain' }));
    }
  }

  function decodeMultipart(bytes, boundary) {
    const form = new FormData();
    const mark = Buffer.from(`--${boundary}`);
    let at = bytes.indexOf(mark);
    for (;;) {
      if (at === -1) {
        failed();
      }
      at += mark.length;
      if (bytes.toString('latin1', at, at + 2) === '--') {
        return form;
      }
      const headEnd = bytes.indexOf('\r\n\r\n', at);
      const next = bytes.indexOf(`\r\n--${boundary}`, headEnd + 2);
      if (headEnd === -1 || next === -1) {
        failed();
      }
      addPart(form, headOf(bytes.toString('utf8', at, headEnd)), bytes.subarray(headEnd + 4, next));
      at = next + 2;
    }
  }

  // The form that bytes of such a type are.
  exports.decode = (bytes, type) => {
    const [essence] = (type ?? '').split(';');
    if (essence.trim().toLowerCase() === 'multipart/form-data') {
      const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? failed();
      return decodeMultipart(bytes, match[1] ?? match[2]);
    }
    if (essence.trim().toLowerCase() === 'application/x-www-form-urlencoded') {
      const form = new FormData();
      for (const [name, value] of new (internal('url').URLSearchParams)(bytes.toString())) {
        form.append(name, value);
      }
      return form;
    }
    throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
  };
  exports.FormData = FormData;
})
