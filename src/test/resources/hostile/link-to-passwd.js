//! refused leads out of the package
//! link passwd ../../../../etc/passwd
exports.handler = async () => require('fs').readFileSync('/var/task/passwd', 'utf8');
