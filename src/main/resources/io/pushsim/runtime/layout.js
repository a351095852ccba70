// How util.inspect lays out the parts of an object: on one line, in columns, or one below the other.
(function layout(exports) {
  'use strict';

  function group(ctx, items, value) {
    let total = 0;
    let longest = 0;
    const count = items.length > ctx.maxArrayLength ? items.length - 1 : items.length;
    const gap = 2;
    const lengths = new Array(count);
    for (let i = 0; i < count; i++) {
      const length = items[i].length;
      lengths[i] = length;
      total += length + gap;
      longest = Math.max(longest, length);
    }
    const widest = longest + gap;
    if (widest * 3 + ctx.indentation >= ctx.breakLength || !(total / widest > 5 || longest <= 6)) {
      return items;
    }
    const width = Math.max(widest - 3 - Math.sqrt(widest - total / items.length), 1);
    const columns = Math.min(
      Math.round(Math.sqrt(2.5 * width * count) / width),
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
        row += padStart ? cell.padStart(widths[j - i]) : cell.padEnd(widths[j - i]);
      }
      row += padStart ? items[j].padStart(widths[j - i] - gap) : items[j];
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
      total += item.length;
      if (total > ctx.breakLength) {
        return false;
      }
    }
    return base === '' || !base.includes('\n');
  }

  function joined(ctx, items, base, braces, isList, depth, value) {
    let rows = items;
    if (isList && items.length > 6) {
      rows = group(ctx, items, value);
    }
    if (ctx.currentDepth - depth < ctx.compact && rows.length === items.length) {
      const start = items.length + ctx.indentation + braces[0].length + base.length + 10;
      if (fits(ctx, items, start, base)) {
        const text = items.join(', ');
        if (!text.includes('\n')) {
          return `${base ? `${base} ` : ''}${braces[0]} ${text} ${braces[1]}`;
        }
      }
    }
    const indent = `\n${' '.repeat(ctx.indentation)}`;
    return `${base ? `${base} ` : ''}${braces[0]}${indent}  ${rows.join(`,${indent}  `)}${indent}${braces[1]}`;
  }

  exports.joined = joined;
})
