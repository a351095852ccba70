exports.early = 'partial a';
exports.seen = require('./b').seen;
