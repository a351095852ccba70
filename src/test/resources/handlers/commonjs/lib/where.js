module.exports = module.path;
