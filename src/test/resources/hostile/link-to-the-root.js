//! refused leads out of the package
//! link root /etc
exports.handler = async () => require('fs').readdirSync('/var/task/root');
