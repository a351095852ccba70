console.log(['it\'s', "say \"hi\"", `both ' and "`, 'back`tick\'"', 'new\nline', 'tab\t', '\u0000\u001b', 'ü€😀', '\ud800', 'a\\b', '']);
const { inspect } = require('util');
console.log(inspect('x'.repeat(10050)).length, inspect('long text with many words. '.repeat(5)), inspect({ text: 'line one\nline two of it\nline three that is longer' }));
console.log(inspect('abc', { maxStringLength: 1 }), inspect(['multi\nline text here and more of it, so that it breaks', 'x'.repeat(70)]));
