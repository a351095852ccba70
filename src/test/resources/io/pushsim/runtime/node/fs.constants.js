const fs = require('fs');
console.log(fs.constants.O_RDONLY, fs.constants.O_CREAT, fs.constants.W_OK, fs.constants.COPYFILE_EXCL, fs.R_OK, fs.constants.S_IFDIR);
fs.writeFileSync('/tmp/snip-access', '');
console.log(fs.accessSync('/tmp/snip-access', fs.constants.R_OK | fs.constants.W_OK));
fs.unlinkSync('/tmp/snip-access');
