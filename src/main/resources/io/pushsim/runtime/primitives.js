// How util.inspect shows what is no object.
(function primitives(exports) {
  'use strict';
  const escapes = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\' };

  function escaped(character) {
    return escapes[character] ?? `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  }

  function quoted(text) {
    const quote = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') && !text.includes('${') ? '`' : "'";
    let body = text.replace(/[\x00-\x1f\x7f-\x9f\\]/g, escaped);
    body = body.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
  }

  function numberText(value) {
    return Object.is(value, -0) ? '-0' : `${value}`;
  }

  // With an underscore between each three digits, where that is asked for.
  function separated(ctx, text) {
    const parts = ctx.numericSeparator ? /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) : null;
    if (parts === null) {
      return text;
    }
    const whole = parts[2].replace(/\B(?=(\d{3})+$)/g, '_');
    return `${parts[1]}${whole}${parts[3] === undefined ? '' : `.${parts[3].replace(/(\d{3})(?=\d)/g, '$1_')}`}`;
  }

  function styled(ctx, text, style) {
    return ctx.stylize === undefined ? text : ctx.stylize(text, style);
  }

  function more(count, what) {
    return `... ${count} more ${what}${count > 1 ? 's' : ''}`;
  }

  function stringText(ctx, value) {
    let tail = '';
    if (value.length > ctx.maxStringLength) {
      tail = more(value.length - ctx.maxStringLength, 'character');
      value = value.slice(0, ctx.maxStringLength);
    }
    if (ctx.compact !== true && value.length > 16 && value.length > ctx.breakLength - ctx.indentation - 4) {
      const lines = value.split(/(?<=\n)/);
      return lines.map((line) => styled(ctx, quoted(line), 'string')).join(` +\n${' '.repeat(ctx.indentation + 2)}`) + tail;
    }
    return styled(ctx, quoted(value), 'string') + tail;
  }

  function primitive(ctx, value) {
    switch (typeof value) {
      case 'string': return stringText(ctx, value);
      case 'number': return styled(ctx, separated(ctx, numberText(value)), 'number');
      case 'bigint': return styled(ctx, `${separated(ctx, `${value}`)}n`, 'bigint');
      case 'symbol': return styled(ctx, Symbol.prototype.toString.call(value), 'symbol');
      default: return styled(ctx, `${value}`, value === null ? 'null' : typeof value);
    }
  }

  Object.assign(exports, { quoted, numberText, separated, styled, more, primitive });
})
