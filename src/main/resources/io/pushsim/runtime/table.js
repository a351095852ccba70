// What console.table draws.
(function table_(exports, internal) {
  'use strict';
  const { inspect } = internal('inspect');
  const isObject = (value) => typeof value === 'object' && value !== null;

  function shown(value) {
    const depth = isObject(value) && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0;
    return inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth });
  }

  function line(left, middle, right, widths) {
    return left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  }

  function row(cells, widths, isCentred) {
    const padded = cells.map((cell, index) => {
      const room = widths[index] - cell.length;
      const before = isCentred ? Math.floor(room / 2) : 0;
      return ` ${' '.repeat(before)}${cell}${' '.repeat(room - before)} `;
    });
    return `│${padded.join('│')}│`;
  }

  function drawn(head, rows) {
    // Node.js 20 sets cells flush left.
    const isCentred = internal('settings').major < 20;
    const widths = head.map((name, index) => Math.max(name.length, ...rows.map((cells) => cells[index].length)));
    return [
      line('┌', '┬', '┐', widths), row(head, widths, isCentred), line('├', '┼', '┤', widths),
      ...rows.map((cells) => row(cells, widths, isCentred)), line('└', '┴', '┘', widths),
    ].join('\n');
  }

  function entriesOf(rows) {
    if (rows instanceof Map) {
      return { label: '(iteration index)', entries: [...rows].map(([key, value], index) => [index, { Key: key, Values: value }]) };
    }
    if (rows instanceof Set) {
      return { label: '(iteration index)', entries: [...rows].map((value, index) => [index, value]) };
    }
    return { label: '(index)', entries: Object.keys(rows).map((key) => [key, rows[key]]) };
  }

  // The table as text; what is no object is given back.
  exports.table = (rows, columns) => {
    if (!isObject(rows)) {
      return rows;
    }
    if (columns !== undefined && !Array.isArray(columns)) {
      throw internal('errors').invalidArgument('properties', 'an instance of Array', columns);
    }
    const { label, entries } = entriesOf(rows);
    const names = [];
    for (const [, value] of entries) {
      for (const name of isObject(value) ? columns ?? Object.keys(value) : []) {
        if (!names.includes(name)) {
          names.push(name);
        }
      }
    }
    const hasValues = entries.some(([, value]) => !isObject(value));
    const lines = entries.map(([key, value]) => [
      `${key}`,
      ...names.map((name) => (isObject(value) && Object.prototype.hasOwnProperty.call(value, name) ? shown(value[name]) : '')),
      ...(hasValues ? [isObject(value) ? '' : shown(value)] : []),
    ]);
    return drawn([label, ...names.map(String), ...(hasValues ? ['Values'] : [])], lines);
  };
})
