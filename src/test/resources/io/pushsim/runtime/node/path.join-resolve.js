const path = require('path');
for (const values of [['/a', '..', 'b'], ['a', '', '../..', 'c'], [''], ['/a/', '/b'], ['./a', './b/'], ['..', '..'], ['/..', 'x']]) console.log(path.join(...values), path.resolve('/base', ...values), path.normalize(values.join('//')));
for (const attempt of [() => path.join(1), () => path.resolve('a', {}), () => path.dirname()]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
