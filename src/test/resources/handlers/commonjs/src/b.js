exports.seen = `${require('./a').early} in b`;
