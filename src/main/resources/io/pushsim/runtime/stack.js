// Stack traces in V8's form: no frames of the simulator, columns as in the user's file.
(function stack(exports, internal, host, settings) {
  'use strict';
  const { wrapped, nameOf: knownName } = internal('names');
  const headLength = settings.wrapperHeadLength;

  function location(frame) {
    const file = frame.getFileName();
    if (file === null || file === undefined || frame.isNative()) {
      return '<anonymous>';
    }
    const line = frame.getLineNumber();
    let column = frame.getColumnNumber();
    if (wrapped.has(file)) {
      return `${file}:${line}:${line === 1 ? column - headLength : column}`;
    }
    return `${file.startsWith('/') ? 'file://' : ''}${file}:${line}:${column}`;
  }

  function typeName(frame) {
    const receiver = frame.getThis();
    if (typeof receiver === 'function') {
      return settings.major >= 16 ? receiver.name || 'Function' : 'Function';
    }
    return frame.getTypeName();
  }

  function nameOf(frame) {
    const name = frame.getFunctionName();
    if (name) {
      return name;
    }
    const called = frame.getFunction();
    return called === undefined || called === null ? name : knownName(called);
  }

  function callee(frame) {
    const name = nameOf(frame);
    if (frame.isConstructor()) {
      return `new ${name || '<anonymous>'}`;
    }
    if (frame.isToplevel() || !name) {
      return name;
    }
    const type = typeName(frame);
    return type && !name.startsWith(`${type}.`) ? `${type}.${name}` : name;
  }

  function line(frame) {
    const name = callee(frame);
    return name ? `    at ${name} (${location(frame)})` : `    at ${location(frame)}`;
  }

  // GraalJS words one frequent message as V8 did before Node.js 16.
  function modernise(error) {
    const message = error.message;
    if (typeof message !== 'string' || !message.startsWith('Cannot ')) {
      return;
    }
    const match = /^Cannot (read|set) property '(.*)' of (null|undefined)$/.exec(message);
    if (match) {
      const verb = match[1] === 'read' ? 'reading' : 'setting';
      const value = `Cannot ${match[1]} properties of ${match[3]} (${verb} '${match[2]}')`;
      Object.defineProperty(error, 'message', { value, writable: true, configurable: true, enumerable: false });
    }
  }

  function header(error) {
    try {
      return Error.prototype.toString.call(error);
    } catch {
      return '<error>';
    }
  }

  function prepareStackTrace(error, frames) {
    if (settings.major >= 16 && error instanceof TypeError) {
      modernise(error);
    }
    const lines = [header(error)];
    for (let i = 0; i < frames.length; i++) {
      lines[i + 1] = line(frames[i]);
    }
    return lines.join('\n');
  }

  exports.prepareStackTrace = prepareStackTrace;
})
