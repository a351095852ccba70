const text = Buffer.from('this is a buffer, it is');
console.log(text.indexOf('is'), text.indexOf('is', 3), text.lastIndexOf('is'), text.includes('buffer'), text.indexOf(97), text.indexOf(Buffer.from('it')), text.indexOf('none'), text.indexOf('is', -3), text.indexOf('6973', 'hex'));
try {
  text.indexOf({});
} catch (error) {
  console.log(error.code, error.message);
}
