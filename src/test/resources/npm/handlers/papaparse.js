// papaparse
const { Readable } = require('stream');
const Papa = require('papaparse');

exports.handler = async (event) => {
  const { data, errors, meta } = Papa.parse(event.csv, { header: true, dynamicTyping: true, skipEmptyLines: true });
  console.log(data, errors, meta.fields);
  const rows = [];
  for await (const row of Readable.from(['x;y\n', '1;2\n3', ';4']).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ';' }))) {
    rows.push(row);
  }
  return { data, rows, text: Papa.unparse([{ a: 'x,y', b: null }, { a: '"q"', b: 2 }]), guessed: Papa.parse('a\tb\n1\t2').meta.delimiter };
};
