const path = require('path');
for (const text of ['/a/b/file.tar.gz', 'file', '.bashrc', '/a/b/', 'a.b/', '/', '', '..', 'x.', '/a//b.c']) {
  console.log(JSON.stringify([path.basename(text), path.dirname(text), path.extname(text), path.isAbsolute(text)]), path.parse(text));
}
console.log(path.basename('/a/b.html', '.html'), path.basename('b.html', 'b.html'), path.sep, path.delimiter, path.posix === path);
