//! fails "errorMessage":"ENOENT: no such file or directory, open ./var/task/one.
//! link one two
//! link two one
exports.handler = async () => require('fs').readFileSync('/var/task/one', 'utf8');
