// csv-parse
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';

export const handler = async (event) => {
  const records = parseSync(event.csv, { columns: true, skip_empty_lines: true, cast: true, trim: true });
  console.log(records);
  const rows = [];
  const parser = parse({ delimiter: ';', from_line: 2, relax_quotes: true, info: true });
  await pipeline(Readable.from(['a;b\n1;"x', ';y"\n2', ';z\n']), parser, async (source) => {
    for await (const { info, record } of source) {
      rows.push([info.records, ...record]);
    }
  });
  let refused;
  try {
    parseSync('a,b\n1,2,3', { columns: true });
  } catch (error) {
    refused = [error.code, error.message];
  }
  return { records, rows, refused };
};
