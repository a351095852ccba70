const { Writable } = require('stream');
try {
  new Writable({ write() {} }).write({});
} catch (error) {
  console.log(error.name, error.code, error.message);
}
