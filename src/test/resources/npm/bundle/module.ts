import { readFile } from 'node:fs/promises';
import { answer } from './handler.js';

// The table is read before the first invocation.
const text = await readFile(new URL('./table.json', import.meta.url), 'utf8');
const table = new Map<string, string>(Object.entries(JSON.parse(text)));

export const handler = async (event: { orders: unknown[] }) => answer(event, table);
