// util.inspect in the wording and layout of Node's.
(function inspect_(exports, internal) {
  'use strict';
  const { quoted, numberText, more, primitive } = internal('primitives');
  const { joined } = internal('layout');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const identifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const defaults = {
    showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
    maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
  };
  function constructorName(value) {
    for (let object = value; object !== null; object = Object.getPrototypeOf(object)) {
      const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
      if (descriptor !== undefined && typeof descriptor.value === 'function' && descriptor.value.name !== ''
        && value instanceof descriptor.value) {
        return descriptor.value.name;
      }
    }
    return null;
  }

  function tagOf(value, name) {
    let tag = value[Symbol.toStringTag];
    if (typeof tag !== 'string' || tag === '' || tag === name
      || Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag)) {
      tag = '';
    }
    return tag;
  }

  function prefix(name, tag, fallback, size = '') {
    const shown = name === null ? `[${fallback}${size}: null prototype] ` : `${name}${size} `;
    return tag !== '' && name !== tag ? `${shown}[${tag}] ` : shown;
  }

  function keysOf(ctx, value, skipIndexes) {
    let keys = ctx.showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
    if (skipIndexes) {
      keys = keys.filter((key) => !/^(0|[1-9][0-9]*)$/.test(key));
    }
    const symbols = Object.getOwnPropertySymbols(value);
    const visible = ctx.showHidden ? symbols : symbols.filter((symbol) => Object.prototype.propertyIsEnumerable.call(value, symbol));
    return [...keys, ...visible];
  }

  function propertyName(key) {
    if (typeof key === 'symbol') {
      return `[${Symbol.prototype.toString.call(key)}]`;
    }
    if (key === '__proto__') {
      return "['__proto__']";
    }
    return identifier.test(key) ? key : quoted(key);
  }

  function property(ctx, value, key, depth, isArrayItem) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
    let text;
    if ('value' in descriptor) {
      const shift = ctx.compact !== true || isArrayItem ? 2 : 3;
      ctx.indentation += shift;
      text = formatValue(ctx, descriptor.value, depth);
      ctx.indentation -= shift;
    } else if (descriptor.get !== undefined) {
      text = descriptor.set !== undefined ? '[Getter/Setter]' : '[Getter]';
    } else {
      text = descriptor.set !== undefined ? '[Setter]' : 'undefined';
    }
    if (isArrayItem) {
      return text;
    }
    const name = descriptor.enumerable === false && typeof key !== 'symbol' ? `[${key}]` : propertyName(key);
    return `${name}: ${text}`;
  }

  function arrayItems(ctx, value, depth) {
    const items = [];
    const shown = Math.min(Math.max(0, ctx.maxArrayLength), value.length);
    let index = 0;
    while (index < value.length && items.length < shown) {
      if (Object.prototype.hasOwnProperty.call(value, index)) {
        items.push(property(ctx, value, index, depth, true));
        index += 1;
      } else {
        const start = index;
        while (index < value.length && !Object.prototype.hasOwnProperty.call(value, index)) {
          index += 1;
          if (index - start > 1000000) {
            index = value.length;
          }
        }
        const holes = index - start;
        items.push(`<${holes} empty item${holes > 1 ? 's' : ''}>`);
      }
    }
    if (index < value.length) {
      items.push(more(value.length - index, 'item'));
    }
    return items;
  }

  function typedItems(ctx, value) {
    const shown = Math.min(Math.max(0, ctx.maxArrayLength), value.length);
    const items = [];
    for (let index = 0; index < shown; index++) {
      items.push(typeof value[index] === 'bigint' ? `${value[index]}n` : numberText(value[index]));
    }
    if (value.length > shown) {
      items.push(more(value.length - shown, 'item'));
    }
    return items;
  }

  function listed(ctx, entries, render) {
    const items = [];
    ctx.indentation += 2;
    let count = 0;
    for (const entry of entries) {
      if (count++ < ctx.maxArrayLength) {
        items.push(render(entry));
      }
    }
    ctx.indentation -= 2;
    if (count > ctx.maxArrayLength) {
      items.push(more(count - ctx.maxArrayLength, 'item'));
    }
    return items;
  }

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
    if (own !== shown && !stack.split('\n')[0].includes(shown)) {
      if (stack.startsWith(own)) {
        return shown + stack.slice(own.length);
      }
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

  // What stands before and between the braces: { base, braces, items, isList, keys }.
  function anatomy(ctx, value, depth) {
    const name = constructorName(value);
    const tag = tagOf(value, name);
    if (Array.isArray(value)) {
      const lead = name !== 'Array' || tag !== '' ? prefix(name, tag, 'Array', `(${value.length})`) : '';
      return { base: '', braces: [`${lead}[`, ']'], items: () => arrayItems(ctx, value, depth + 1), isList: true, keys: keysOf(ctx, value, true), list: value, isEmpty: value.length === 0 };
    }
    if (value instanceof TypedArray) {
      return { base: '', braces: [`${prefix(name, tag, 'TypedArray', `(${value.length})`)}[`, ']'], items: () => typedItems(ctx, value), isList: true, keys: keysOf(ctx, value, true), list: Array.prototype.slice.call(value, 0, 100) };
    }
    const keys = keysOf(ctx, value, false);
    if (value instanceof Set) {
      return { base: '', braces: [`${prefix(name, tag, 'Set', `(${value.size})`)}{`, '}'], items: () => listed(ctx, Set.prototype.values.call(value), (item) => formatValue(ctx, item, depth + 1)), keys, isEmpty: value.size === 0 };
    }
    if (value instanceof Map) {
      return { base: '', braces: [`${prefix(name, tag, 'Map', `(${value.size})`)}{`, '}'], items: () => listed(ctx, Map.prototype.entries.call(value), ([key, item]) => `${formatValue(ctx, key, depth + 1)} => ${formatValue(ctx, item, depth + 1)}`), keys, isEmpty: value.size === 0 };
    }
    if (typeof value === 'function') {
      return { base: functionBase(value, name, tag), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof RegExp) {
      return { base: RegExp.prototype.toString.call(value), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof Date) {
      const time = Number.isNaN(Date.prototype.getTime.call(value)) ? 'Invalid Date' : Date.prototype.toISOString.call(value);
      return { base: name === 'Date' ? time : `${prefix(name, tag, 'Date')}${time}`, braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (isError(value)) {
      return { base: errorText(ctx, value, name, keys), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
      const bytes = new Uint8Array(value);
      const hex = Array.from(bytes.subarray(0, 50), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      const rest = bytes.length > 50 ? ` ${more(bytes.length - 50, 'byte')}` : '';
      return { base: '', braces: [`${prefix(name, tag, 'ArrayBuffer')}{`, '}'], items: () => [`[Uint8Contents]: <${hex}${rest}>`, `byteLength: ${value.byteLength}`], keys };
    }
    if (value instanceof Promise) {
      return { base: '', braces: [`${prefix(name, tag, 'Promise')}{`, '}'], items: () => [promiseState(ctx, value, depth + 1)], keys };
    }
    if (value instanceof WeakSet || value instanceof WeakMap) {
      return { base: '', braces: [`${prefix(name, tag, 'WeakSet')}{`, '}'], items: () => ['<items unknown>'], keys };
    }
    const box = boxed(value);
    if (box !== undefined) {
      const own = box[0] === 'String' ? keys.filter((key) => typeof key === 'symbol' || !/^[0-9]+$/.test(key)) : keys;
      return { base: `[${box[0]}${name === box[0] ? '' : ` (${name})`}: ${primitive({ ...ctx, compact: true }, box[1])}]`, braces: ['{', '}'], items: () => [], keys: own, baseAlone: true };
    }
    if (Object.prototype.toString.call(value) === '[object Arguments]') {
      return { base: '', braces: ['[Arguments] {', '}'], items: () => [], keys, isEmpty: true };
    }
    if (tag === 'Module' && name === null) {
      return { base: '', braces: ['[Module: null prototype] {', '}'], items: () => [], keys, isEmpty: true };
    }
    const lead = name === 'Object' && tag === '' ? '' : prefix(name, tag, 'Object');
    return { base: '', braces: [`${lead}{`, '}'], items: () => [], keys, isEmpty: true };
  }

  function promiseState(ctx, value, depth) {
    const [state, result] = exports.promiseState(value);
    if (state === 'pending') {
      return '<pending>';
    }
    ctx.indentation += 2;
    const text = formatValue(ctx, result, depth);
    ctx.indentation -= 2;
    return state === 'rejected' ? `<rejected> ${text}` : text;
  }

  function formatObject(ctx, value, depth) {
    const parts = anatomy(ctx, value, depth);
    if (parts.isEmpty && parts.keys.length === 0) {
      return parts.braces[0] + parts.braces[1];
    }
    if (depth > ctx.depth && ctx.depth !== null && !parts.baseAlone) {
      const name = constructorName(value) ?? 'Object: null prototype';
      return `[${Array.isArray(value) ? 'Array' : name}]`;
    }
    if (parts.keys.length === 0 && parts.baseAlone) {
      return parts.base;
    }
    ctx.seen.push(value);
    ctx.currentDepth = depth;
    const items = [];
    for (const item of parts.items()) {
      items.push(item);
    }
    for (const key of parts.keys) {
      items.push(property(ctx, value, key, depth + 1, false));
    }
    ctx.seen.pop();
    if (items.length === 0) {
      return `${parts.braces[0]}${parts.braces[1]}`;
    }
    let { base } = parts;
    const reference = ctx.circular?.get(value);
    if (reference !== undefined) {
      const mark = `<ref *${reference}>`;
      if (base === '') {
        parts.braces[0] = `${mark} ${parts.braces[0]}`;
      } else {
        base = `${mark} ${base}`;
      }
    }
    if (ctx.sorted) {
      items.sort(typeof ctx.sorted === 'function' ? ctx.sorted : undefined);
    }
    return joined(ctx, items, base, parts.braces, parts.isList, depth, parts.list);
  }

  function formatValue(ctx, value, depth) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      return primitive(ctx, value);
    }
    if (ctx.customInspect) {
      const customised = value[custom];
      if (typeof customised === 'function' && customised !== exports.inspect
        && !(value.constructor && value.constructor.prototype === value)) {
        const left = ctx.depth === null ? null : ctx.depth - depth;
        const text = customised.call(value, left, { ...ctx.options, depth: ctx.depth, stylize: (shown) => `${shown}` }, exports.inspect);
        if (text !== value) {
          return typeof text === 'object' ? formatValue(ctx, text, depth) : `${text}`.replaceAll('\n', `\n${' '.repeat(ctx.indentation)}`);
        }
      }
    }
    if (ctx.seen.includes(value)) {
      ctx.circular ??= new Map();
      if (!ctx.circular.has(value)) {
        ctx.circular.set(value, ctx.circular.size + 1);
      }
      return `[Circular *${ctx.circular.get(value)}]`;
    }
    return formatObject(ctx, value, depth);
  }

  function inspect(value, options, ...legacy) {
    const chosen = typeof options === 'boolean' ? { showHidden: options, depth: legacy[0] } : { ...options };
    for (const key of Object.keys(chosen)) {
      if (chosen[key] === undefined) {
        delete chosen[key];
      }
    }
    const settled = { ...defaults, ...chosen };
    const ctx = { ...settled, options: settled, indentation: 0, seen: [], currentDepth: 0, circular: undefined };
    ctx.depth = settled.depth === null ? Infinity : settled.depth;
    ctx.maxArrayLength = settled.maxArrayLength === null ? Infinity : settled.maxArrayLength;
    ctx.maxStringLength = settled.maxStringLength === null ? Infinity : settled.maxStringLength;
    return formatValue(ctx, value, 0);
  }
  inspect.custom = custom;
  inspect.defaultOptions = defaults;

  exports.inspect = inspect;
  exports.promiseState = () => ['pending'];
})
