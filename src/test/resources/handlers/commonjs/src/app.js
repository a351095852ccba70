#!/usr/bin/env node
const lib = require('../lib');
const data = require('../data');
exports.nested = {
  handler: async () => ({
    lib: lib(),
    json: data,
    again: require('../data.json') === data,
    cycle: require('./a').seen,
    left: require('left'),
    right: require('right'),
    sub: require('right/sub'),
    filename: __filename,
    resolved: require.resolve('../lib'),
    fromRoot: require('lib/where'),
    esm: (await import('../esm.mjs')).default,
  }),
};
