module.exports = () => `lib of ${__dirname}`;
