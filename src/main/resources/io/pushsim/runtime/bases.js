// What util.inspect calls functions, errors and boxed primitives, which stands before their properties.
(function bases(exports) {
  'use strict';

  function functionBase(value, name, tag) {
    const source = Function.prototype.toString.call(value);
    if (source.startsWith('class') && source.endsWith('}')) {
      const own = Object.prototype.hasOwnProperty.call(value, 'name') && value.name;
      let base = `[class ${own || '(anonymous)'}`;
      const parent = Object.getPrototypeOf(value)?.name;
      if (parent) {
        base += ` extends ${parent}`;
      } else if (Object.getPrototypeOf(value) === null) {
        base += ' extends [null prototype]';
      }
      return `${base}]`;
    }
    const type = Object.prototype.toString.call(value).slice(8, -1);
    const kind = type.endsWith('Function') ? type : 'Function';
    let base = `[${kind}`;
    if (name === null) {
      base += ' (null prototype)';
    }
    base += value.name === '' || typeof value.name !== 'string' ? ' (anonymous)' : `: ${value.name}`;
    base += ']';
    if (name !== kind && name !== null && name !== 'Function') {
      base += ` ${name}`;
    }
    return tag !== '' && name !== tag && tag !== kind ? `${base} [${tag}]` : base;
  }

  // The name, and in front of it the class's where the two differ, belong into the first line.
  function improvedStack(stack, error, name) {
    let own;
    try {
      own = String(error.name);
    } catch {
      return stack;
    }
    const shown = name === null ? own : name;
    if (own.endsWith('Error') && stack.startsWith(own) && /^(:|\n|$)/.test(stack.slice(own.length)) && !own.includes(shown)) {
      return (shown.includes(own) ? shown : `${shown} [${own}]`) + stack.slice(own.length);
    }
    return stack;
  }

  function errorText(ctx, error, name, keys) {
    let stack;
    try {
      stack = error.stack ? String(error.stack) : Error.prototype.toString.call(error);
    } catch {
      stack = '[object Error]';
    }
    for (const key of ['name', 'message', 'stack']) {
      const index = keys.indexOf(key);
      if (index !== -1 && (typeof error[key] !== 'string' || stack.includes(error[key]))) {
        keys.splice(index, 1);
      }
    }
    if ('cause' in error && Object.prototype.hasOwnProperty.call(error, 'cause') && !keys.includes('cause')) {
      keys.push('cause');
    }
    if (Array.isArray(error.errors) && Object.prototype.hasOwnProperty.call(error, 'errors') && !keys.includes('errors')) {
      keys.push('errors');
    }
    let text = improvedStack(stack, error, name);
    const message = typeof error.message === 'string' ? error.message : '';
    const start = message !== '' && text.includes(message) ? text.indexOf(message) + message.length : 0;
    if (text.indexOf('\n    at', start) === -1) {
      text = `[${text}]`;
    }
    if (ctx.indentation !== 0) {
      text = text.split('\n').join(`\n${' '.repeat(ctx.indentation)}`);
    }
    return text;
  }

  function isError(value) {
    return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
  }

  function boxed(value) {
    for (const [Type, name] of [[String, 'String'], [Number, 'Number'], [Boolean, 'Boolean'], [BigInt, 'BigInt'], [Symbol, 'Symbol']]) {
      if (value instanceof Type) {
        try {
          return [name, Type.prototype.valueOf.call(value)];
        } catch {
          return undefined;
        }
      }
    }
    return undefined;
  }

  Object.assign(exports, { functionBase, errorText, isError, boxed });
})
