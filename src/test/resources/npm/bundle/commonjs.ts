import { answer } from './handler.js';

const table = new Map([['loaded', 'at once']]);

export const handler = async (event: { orders: unknown[] }) => answer(event, table);
