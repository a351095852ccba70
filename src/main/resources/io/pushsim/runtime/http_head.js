// The head of a message that is written: its headers, until they are laid down for good.
(function httpHead(exports, internal) {
  'use strict';
  const { coded, invalidArgument, notSimulated } = internal('errors');
  const { validateHeaderName, validateHeaderValue } = internal('http_checks');

  function checkUnsent(message, what) {
    if (message._header) {
      throw coded(Error, 'ERR_HTTP_HEADERS_SENT', `Cannot ${what} headers after they are sent to the client`);
    }
  }

  function lower(name) {
    if (typeof name !== 'string') {
      throw invalidArgument('name', 'of type string', name);
    }
    return name.toLowerCase();
  }

  function checkedValue(name, value) {
    for (const each of Array.isArray(value) ? value : [value]) {
      validateHeaderValue(name, each);
    }
    return value;
  }

  // Names and values in turn, of headers in any of the forms in which they are given.
  function pairsOf(headers) {
    if (!Array.isArray(headers)) {
      return Object.values(headers ?? {});
    }
    if (Array.isArray(headers[0])) {
      return headers.map(([name, value]) => [name, value]);
    }
    if (headers.length % 2 !== 0) {
      throw internal('errors').invalidValue('headers', headers);
    }
    return Array.from({ length: headers.length / 2 }, (_, i) => [headers[2 * i], headers[2 * i + 1]]);
  }

  // Gives OutgoingMessage its methods for that; the headers stand under kHeaders, by their names in lower case.
  exports.addTo = (prototype, kHeaders) => {
    Object.assign(prototype, {
      setHeader(name, value) {
        checkUnsent(this, 'set');
        validateHeaderName(name);
        checkedValue(name, value);
        this[kHeaders] ??= { __proto__: null };
        this[kHeaders][name.toLowerCase()] = [name, value];
        return this;
      },
      setHeaders(headers) {
        checkUnsent(this, 'set');
        if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
          throw invalidArgument('headers', 'an instance of Headers or Map', headers);
        }
        for (const name of headers.keys()) {
          this.setHeader(name, headers.get(name));
        }
        return this;
      },
      appendHeader(name, value) {
        checkUnsent(this, 'append');
        validateHeaderName(name);
        checkedValue(name, value);
        const before = this[kHeaders]?.[name.toLowerCase()];
        if (before === undefined) {
          return this.setHeader(name, value);
        }
        before[1] = [before[1], value].flat();
        return this;
      },
      getHeader(name) {
        return this[kHeaders]?.[lower(name)]?.[1];
      },
      getHeaderNames() {
        return Object.keys(this[kHeaders] ?? {});
      },
      getRawHeaderNames() {
        return Object.values(this[kHeaders] ?? {}).map(([name]) => name);
      },
      getHeaders() {
        const headers = { __proto__: null };
        for (const [key, [, value]] of Object.entries(this[kHeaders] ?? {})) {
          headers[key] = value;
        }
        return headers;
      },
      hasHeader(name) {
        return this[kHeaders]?.[lower(name)] !== undefined;
      },
      removeHeader(name) {
        const key = lower(name);
        checkUnsent(this, 'remove');
        if (key === 'connection') {
          this._removedConnection = true;
        } else if (key === 'content-length') {
          this._removedContLen = true;
        } else if (key === 'transfer-encoding') {
          this._removedTE = true;
        }
        delete this[kHeaders]?.[key];
      },
      _renderHeaders() {
        checkUnsent(this, 'render');
        return Object.fromEntries(Object.values(this[kHeaders] ?? {}));
      },
      _implicitHeader() {
        throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', 'The _implicitHeader() method is not implemented');
      },
      flushHeaders() {
        if (!this._header) {
          this._implicitHeader();
        }
        this.sendHead();
      },
      addTrailers() {
        throw notSimulated('addTrailers() of http messages');
      },
    });

    // Lays down the head for good; the length of the body is known here or never.
    prototype._storeHeader = function _storeHeader(firstLine, headers = this[kHeaders]) {
      const lines = [];
      const has = { __proto__: null };
      for (const [name, value] of pairsOf(headers)) {
        const key = `${name}`.toLowerCase();
        validateHeaderName(name);
        const joins = Array.isArray(value) && value.length > 1 && (key === 'cookie' || this.uniqueHeaders?.has(key));
        for (const each of Array.isArray(value) && !joins ? value : [joins ? value.join('; ') : value]) {
          validateHeaderValue(name, each);
          lines.push(name, `${each}`);
        }
        has[key] = `${value}`;
      }
      this.storeConnection(lines, has);
      this.storeLength(lines, has);
      this.head = lines;
      this._header = firstLine;
      for (let i = 0; i < lines.length; i += 2) {
        this._header += `${lines[i]}: ${lines[i + 1]}\r\n`;
      }
      this._header += '\r\n';
      if (has.expect !== undefined) {
        this.sendHead();
      }
    };
    Object.assign(prototype, {
      storeConnection(lines, has) {
        if (has.connection !== undefined) {
          if (/(?:^|\W)close(?:$|\W)/i.test(has.connection)) {
            this._last = true;
            this.shouldKeepAlive = false;
          } else {
            this.shouldKeepAlive = true;
          }
          return;
        }
        if (this._removedConnection) {
          return;
        }
        if (!this._last && this.shouldKeepAlive && (has['content-length'] !== undefined || this.useChunkedEncodingByDefault || this.agent)) {
          lines.push('Connection', 'keep-alive');
        } else {
          this._last = true;
          lines.push('Connection', 'close');
        }
      },
      storeLength(lines, has) {
        if (has['transfer-encoding'] !== undefined) {
          this.chunkedEncoding = /(?:^|\W)chunked(?:$|\W)/i.test(has['transfer-encoding']);
        } else if (has['content-length'] !== undefined) {
          this._contentLength = Number(has['content-length']);
        } else if (!this._hasBody) {
          this.chunkedEncoding = false;
        } else if (!this.useChunkedEncodingByDefault) {
          this._last = true;
          this.hasNoLength = true;
        } else if (!this._removedContLen && typeof this._contentLength === 'number') {
          lines.push('Content-Length', `${this._contentLength}`);
        } else if (!this._removedTE) {
          lines.push('Transfer-Encoding', 'chunked');
          this.chunkedEncoding = true;
        }
      },
    });
  };
})
