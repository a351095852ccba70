// util.inspect in the wording and layout of Node's.
(function inspect_(exports, internal) {
  'use strict';
  const { quoted, styled, more, primitive } = internal('primitives');
  const { joined } = internal('layout');
  const { functionBase, errorText, isError, boxed } = internal('bases');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const identifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const defaults = {
    showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
    maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
  };
  const { get: mapSize } = Object.getOwnPropertyDescriptor(Map.prototype, 'size');
  const { get: setSize } = Object.getOwnPropertyDescriptor(Set.prototype, 'size');

  // Whether the value is one inside, whatever its prototype is.
  function has(size, value) {
    try {
      size.call(value);
      return true;
    } catch {
      return false;
    }
  }

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

  function propertyName(ctx, key) {
    if (typeof key === 'symbol') {
      return `[${styled(ctx, Symbol.prototype.toString.call(key), 'symbol')}]`;
    }
    if (key === '__proto__') {
      return "['__proto__']";
    }
    return identifier.test(key) ? key : styled(ctx, quoted(key), 'string');
  }

  function accessor(ctx, value, descriptor, depth) {
    const name = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
    const wanted = ctx.getters === true || ctx.getters === (descriptor.set === undefined ? 'get' : 'set');
    if (!wanted) {
      return styled(ctx, `[${name}]`, 'special');
    }
    try {
      const result = descriptor.get.call(value);
      ctx.indentation += 2;
      const text = typeof result === 'object' && result !== null
        ? `${styled(ctx, `[${name}]`, 'special')} ${formatValue(ctx, result, depth)}`
        : `${styled(ctx, `[${name}:`, 'special')} ${primitive(ctx, result)}${styled(ctx, ']', 'special')}`;
      ctx.indentation -= 2;
      return text;
    } catch (error) {
      return `[${name}: <Inspection threw (${error.message})>]`;
    }
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
      text = accessor(ctx, value, descriptor, depth);
    } else {
      text = descriptor.set !== undefined ? styled(ctx, '[Setter]', 'special') : styled(ctx, 'undefined', 'undefined');
    }
    if (isArrayItem) {
      return text;
    }
    const name = descriptor.enumerable === false && typeof key !== 'symbol' ? `[${key}]` : propertyName(ctx, key);
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
        items.push(styled(ctx, `<${holes} empty item${holes > 1 ? 's' : ''}>`, 'undefined'));
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
      items.push(primitive(ctx, value[index]));
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
    if (value instanceof Set || (name === null && has(setSize, value))) {
      return { base: '', braces: [`${prefix(name, tag, 'Set', `(${setSize.call(value)})`)}{`, '}'], items: () => listed(ctx, Set.prototype.values.call(value), (item) => formatValue(ctx, item, depth + 1)), keys, isEmpty: setSize.call(value) === 0 };
    }
    if (value instanceof Map || (name === null && has(mapSize, value))) {
      return { base: '', braces: [`${prefix(name, tag, 'Map', `(${mapSize.call(value)})`)}{`, '}'], items: () => listed(ctx, Map.prototype.entries.call(value), ([key, item]) => `${formatValue(ctx, key, depth + 1)} => ${formatValue(ctx, item, depth + 1)}`), keys, isEmpty: mapSize.call(value) === 0 };
    }
    if (typeof value === 'function') {
      return { base: styled(ctx, functionBase(value, name, tag), 'special'), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof RegExp) {
      return { base: styled(ctx, RegExp.prototype.toString.call(value), 'regexp'), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof Date) {
      const time = Number.isNaN(Date.prototype.getTime.call(value)) ? 'Invalid Date' : Date.prototype.toISOString.call(value);
      return { base: styled(ctx, name === 'Date' ? time : `${prefix(name, tag, 'Date')}${time}`, 'date'), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (isError(value)) {
      return { base: errorText(ctx, value, name, keys), braces: ['{', '}'], items: () => [], keys, baseAlone: true };
    }
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
      const bytes = new Uint8Array(value);
      const hex = Array.from(bytes.subarray(0, 50), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      const rest = bytes.length > 50 ? ` ${more(bytes.length - 50, 'byte')}` : '';
      return { base: '', braces: [`${prefix(name, tag, 'ArrayBuffer')}{`, '}'], items: () => [`${styled(ctx, '[Uint8Contents]', 'special')}: <${hex}${rest}>`, `byteLength: ${styled(ctx, `${value.byteLength}`, 'number')}`], keys };
    }
    if (value instanceof DataView) {
      const shown = ['byteLength', 'byteOffset', 'buffer'];
      return { base: '', braces: [`${prefix(name, tag, 'DataView')}{`, '}'], items: () => shown.map((key) => property(ctx, { [key]: value[key] }, key, depth + 1, false)), keys };
    }
    if (value instanceof Promise) {
      return { base: '', braces: [`${prefix(name, tag, 'Promise')}{`, '}'], items: () => [promiseState(ctx, value, depth + 1)], keys };
    }
    if (value instanceof WeakSet || value instanceof WeakMap) {
      return { base: '', braces: [`${prefix(name, tag, 'WeakSet')}{`, '}'], items: () => [styled(ctx, '<items unknown>', 'special')], keys };
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
      return styled(ctx, '<pending>', 'special');
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
      return styled(ctx, `[${Array.isArray(value) ? 'Array' : name}]`, 'special');
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
      const mark = styled(ctx, `<ref *${reference}>`, 'special');
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
        const text = customised.call(value, left, { ...ctx.options, depth: ctx.depth, stylize: ctx.stylize ?? ((shown) => `${shown}`) }, exports.inspect);
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
      return styled(ctx, `[Circular *${ctx.circular.get(value)}]`, 'special');
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
    ctx.stylize = settled.colors ? coloured : undefined;
    ctx.depth = settled.depth === null ? Infinity : settled.depth;
    ctx.maxArrayLength = settled.maxArrayLength === null ? Infinity : settled.maxArrayLength;
    ctx.maxStringLength = settled.maxStringLength === null ? Infinity : settled.maxStringLength;
    return formatValue(ctx, value, 0);
  }
  function coloured(text, style) {
    const codes = inspect.colors[inspect.styles[style]];
    return codes === undefined ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
  }
  inspect.custom = custom;
  inspect.colors = {
    reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27], hidden: [8, 28],
    strikethrough: [9, 29], doubleunderline: [21, 24], black: [30, 39], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39],
    magenta: [35, 39], cyan: [36, 39], white: [37, 39], bgBlack: [40, 49], bgRed: [41, 49], bgGreen: [42, 49], bgYellow: [43, 49],
    bgBlue: [44, 49], bgMagenta: [45, 49], bgCyan: [46, 49], bgWhite: [47, 49], framed: [51, 54], overlined: [53, 55], gray: [90, 39],
    redBright: [91, 39], greenBright: [92, 39], yellowBright: [93, 39], blueBright: [94, 39], magentaBright: [95, 39], cyanBright: [96, 39],
    whiteBright: [97, 39], bgGray: [100, 49], bgRedBright: [101, 49], bgGreenBright: [102, 49], bgYellowBright: [103, 49], bgBlueBright: [104, 49],
    bgMagentaBright: [105, 49], bgCyanBright: [106, 49], bgWhiteBright: [107, 49],
  };
  inspect.styles = {
    special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green', symbol: 'green',
    date: 'magenta', regexp: 'red', module: 'underline',
  };
  for (const [name, same] of [['grey', 'gray'], ['bgGrey', 'bgGray'], ['faint', 'dim'], ['crossedOut', 'strikethrough'], ['swapColors', 'inverse'], ['conceal', 'hidden']]) {
    Object.defineProperty(inspect.colors, name, { get: () => inspect.colors[same], enumerable: false, configurable: true });
  }
  inspect.defaultOptions = defaults;

  exports.inspect = inspect;
  exports.promiseState = () => ['pending'];
})
