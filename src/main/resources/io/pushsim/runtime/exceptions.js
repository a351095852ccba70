// DOMException.
(function exceptions(exports) {
  'use strict';
  const codes = {
    IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5, NoModificationAllowedError: 7,
    NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10, InvalidStateError: 11, SyntaxError: 12, InvalidModificationError: 13,
    NamespaceError: 14, InvalidAccessError: 15, TypeMismatchError: 17, SecurityError: 18, NetworkError: 19, AbortError: 20,
    URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23, InvalidNodeTypeError: 24, DataCloneError: 25,
  };

  class DOMException extends Error {
    #name;
    constructor(message = '', options = 'Error') {
      super(`${message}`);
      const text = `${message}`;
      const name = options !== null && typeof options === 'object' ? options.name ?? 'Error' : `${options}`;
      this.#name = `${name}`;
      Object.defineProperty(this, 'message', { value: text, writable: true, configurable: true, enumerable: false });
      if (options !== null && typeof options === 'object' && 'cause' in options) {
        Object.defineProperty(this, 'cause', { value: options.cause, writable: true, configurable: true, enumerable: false });
      }
      const frames = `${this.stack}`.split('\n    at ').slice(1);
      const head = `${this.#name}${text === '' ? '' : `: ${text}`}`;
      Object.defineProperty(this, 'stack', {
        value: [head, ...frames].join('\n    at '), writable: true, configurable: true, enumerable: false,
      });
    }
    get name() {
      return this.#name;
    }
    get code() {
      return codes[this.#name] ?? 0;
    }
  }
  Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
  for (const name of Object.keys(codes)) {
    const constant = name.replace(/Error$/, '').replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
    Object.defineProperty(DOMException, `${constant}_ERR`, { value: codes[name], enumerable: true });
  }

  exports.DOMException = DOMException;
  exports.domException = (message, name) => new DOMException(message, name);
})
