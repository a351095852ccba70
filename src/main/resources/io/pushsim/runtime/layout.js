// How util.inspect lays out the parts of an object: on one line, in columns, or one below the other.
(function layout(exports) {
  'use strict';

  const colours = /\u001b\[\d\d?m/g;

  // How many columns a text takes on a terminal.
  function width(ctx, text) {
    const bare = ctx.colors ? text.replace(colours, '') : text;
    if (!/[^\u0020-\u007e]/.test(bare)) {
      return bare.length;
    }
    let columns = 0;
    for (const each of bare.normalize('NFC')) {
      columns += /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(each) ? 0
        : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(each) ? 2 : 1;
    }
    return columns;
  }

  function group(ctx, items, value) {
    let total = 0;
    let longest = 0;
    const count = items.length > ctx.maxArrayLength ? items.length - 1 : items.length;
    const gap = 2;
    const lengths = new Array(count);
    for (let i = 0; i < count; i++) {
      const length = width(ctx, items[i]);
      lengths[i] = length;
      total += length + gap;
      longest = Math.max(longest, length);
    }
    const widest = longest + gap;
    if (widest * 3 + ctx.indentation >= ctx.breakLength || !(total / widest > 5 || longest <= 6)) {
      return items;
    }
    const biased = Math.max(widest - 3 - Math.sqrt(widest - total / items.length), 1);
    const columns = Math.min(
      Math.round(Math.sqrt(2.5 * biased * count) / biased),
      Math.floor((ctx.breakLength - ctx.indentation) / widest),
      ctx.compact * 4,
      15,
    );
    if (columns <= 1) {
      return items;
    }
    const widths = [];
    for (let column = 0; column < columns; column++) {
      let width_ = 0;
      for (let i = column; i < count; i += columns) {
        width_ = Math.max(width_, lengths[i]);
      }
      widths.push(width_ + gap);
    }
    const padStart = value !== undefined && value.every((item) => typeof item === 'number' || typeof item === 'bigint');
    const rows = [];
    for (let i = 0; i < count; i += columns) {
      const end = Math.min(i + columns, count);
      let row = '';
      let j = i;
      for (; j < end - 1; j++) {
        const cell = `${items[j]}, `;
        const room = widths[j - i] + items[j].length - lengths[j];
        row += padStart ? cell.padStart(room) : cell.padEnd(room);
      }
      row += padStart ? items[j].padStart(widths[j - i] - gap + items[j].length - lengths[j]) : items[j];
      rows.push(row);
    }
    if (count < items.length) {
      rows.push(items[count]);
    }
    return rows;
  }

  function fits(ctx, items, start, base) {
    let total = items.length + start;
    if (total + items.length > ctx.breakLength) {
      return false;
    }
    for (const item of items) {
      total += ctx.colors ? item.replace(colours, '').length : item.length;
      if (total > ctx.breakLength) {
        return false;
      }
    }
    return base === '' || !base.includes('\n');
  }

  function joined(ctx, items, base, braces, isList, depth, value) {
    const head = base ? `${base} ` : '';
    if (ctx.compact === true) {
      return compacted(ctx, items, base, braces);
    }
    let rows = items;
    if (ctx.compact >= 1) {
      if (isList && items.length > 6) {
        rows = group(ctx, items, value);
      }
      if (ctx.currentDepth - depth < ctx.compact && rows.length === items.length) {
        const start = items.length + ctx.indentation + braces[0].length + base.length + 10;
        const text = fits(ctx, items, start, base) ? items.join(', ') : '\n';
        if (!text.includes('\n')) {
          return `${head}${braces[0]} ${text} ${braces[1]}`;
        }
      }
    }
    const indent = `\n${' '.repeat(ctx.indentation)}`;
    return `${head}${braces[0]}${indent}  ${rows.join(`,${indent}  `)}${indent}${braces[1]}`;
  }

  function compacted(ctx, items, base, braces) {
    const head = base ? ` ${base}` : '';
    if (fits(ctx, items, 0, base)) {
      return `${braces[0]}${head} ${items.join(', ')} ${braces[1]}`;
    }
    const indent = `\n${' '.repeat(ctx.indentation)}`;
    const lead = base === '' && braces[0].length === 1 ? ' ' : `${head}${indent}  `;
    return `${braces[0]}${lead}${items.join(`,${indent}  `)} ${braces[1]}`;
  }

  exports.joined = joined;
})
