// The SDK's stack of middleware: functions about functions, in steps.
(function middleware(exports, internal) {
  'use strict';
  const steps = ['initialize', 'serialize', 'build', 'finalizeRequest', 'deserialize'];
  const weights = { high: 0, normal: 1, low: 2 };

  function placed(entries) {
    const order = entries.filter((entry) => entry.toMiddleware === undefined)
      .map((entry, index) => ({ entry, index }))
      .sort((a, b) => steps.indexOf(a.entry.step) - steps.indexOf(b.entry.step) || weights[a.entry.priority] - weights[b.entry.priority] || a.index - b.index)
      .map(({ entry }) => entry);
    for (const entry of entries.filter((each) => each.toMiddleware !== undefined)) {
      const at = order.findIndex((each) => each.name === entry.toMiddleware || each.aliases?.includes(entry.toMiddleware));
      if (at === -1) {
        throw new Error(`${entry.toMiddleware} is not found when adding ${entry.name ?? 'anonymous'} middleware ${entry.relation} ${entry.toMiddleware}`);
      }
      order.splice(entry.relation === 'after' ? at + 1 : at, 0, entry);
    }
    return order;
  }

  function checkName(entries, entry) {
    const at = entry.name === undefined ? -1 : entries.findIndex((each) => each.name === entry.name);
    if (at === -1) {
      return;
    }
    if (!entry.override) {
      throw new Error(`Duplicate middleware name '${entry.name}'`);
    }
    entries.splice(at, 1);
  }

  function stackOf(entries) {
    const stack = {
      add(fn, options = {}) {
        const entry = { step: 'initialize', priority: 'normal', ...options, fn };
        checkName(entries, entry);
        entries.push(entry);
      },
      addRelativeTo(fn, options) {
        const entry = { ...options, fn };
        checkName(entries, entry);
        entries.push(entry);
      },
      use(plugin) {
        plugin.applyToStack(stack);
      },
      remove(wanted) {
        const before = entries.length;
        entries = entries.filter((entry) => (typeof wanted === 'string' ? entry.name !== wanted : entry.fn !== wanted));
        return entries.length < before;
      },
      removeByTag(tag) {
        const before = entries.length;
        entries = entries.filter((entry) => !entry.tags?.includes(tag));
        return entries.length < before;
      },
      clone: () => stackOf([...entries]),
      concat: (other) => stackOf([...entries, ...other.entriesOf()]),
      applyToStack(target) {
        for (const { fn, ...options } of entries) {
          (options.toMiddleware === undefined ? target.add : target.addRelativeTo)(fn, options);
        }
      },
      identify: () => placed(entries).map((entry) => `${entry.name ?? 'anonymous'}: ${entry.step ?? `${entry.relation} ${entry.toMiddleware}`}`),
      resolve: (handler, context) => placed(entries).reduceRight((next, entry) => entry.fn(next, context), handler),
    };
    return Object.defineProperty(stack, 'entriesOf', { value: () => entries });
  }

  exports.stack = () => stackOf([]);
})
