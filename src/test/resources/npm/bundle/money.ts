import Papa from 'papaparse';

export type Decimal = `${number} EUR`;

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const euro = (value: number): Decimal => `${value.toFixed(2)} EUR` as Decimal;
export const csv = (rows: Record<string, unknown>[]): string => Papa.unparse(rows);
