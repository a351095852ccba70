// Errors of the operating system, as Node.js words them.
(function system(exports, internal) {
  'use strict';
  const texts = {
    EACCES: 'permission denied', EBADF: 'bad file descriptor', EEXIST: 'file already exists', EINVAL: 'invalid argument', EIO: 'i/o error',
    EISDIR: 'illegal operation on a directory', EMFILE: 'too many open files', ENOENT: 'no such file or directory', ENOMEM: 'not enough memory',
    ENOSPC: 'no space left on device', ENOTDIR: 'not a directory', ENOTEMPTY: 'directory not empty', EPIPE: 'broken pipe',
    EROFS: 'read-only file system', EAGAIN: 'resource temporarily unavailable', EXDEV: 'cross-device link not permitted',
  };

  exports.text = (code) => texts[code];

  // @param destination of an operation from one path to another
  exports.failure = (code, syscall, path, destination) => {
    const where = path === undefined ? '' : ` '${path}'${destination === undefined ? '' : ` -> '${destination}'`}`;
    const error = new Error(`${code}: ${texts[code]}, ${syscall}${where}`);
    error.errno = -internal('os').constants.errno[code];
    error.code = code;
    error.syscall = syscall;
    if (path !== undefined) {
      error.path = path;
    }
    if (destination !== undefined) {
      error.dest = destination;
    }
    return error;
  };
})
