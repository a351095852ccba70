const os = require('os');
console.log(os.EOL === '\n', os.platform(), os.type(), os.tmpdir(), os.endianness(), os.constants.signals.SIGTERM, os.constants.errno.ENOENT, os.devNull, os.arch());
console.log(typeof os.totalmem(), Array.isArray(os.cpus()), typeof os.hostname());
