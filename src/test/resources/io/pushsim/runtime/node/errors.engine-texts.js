const attempts = [() => undefined.x, () => null.x, () => { let u; u.y = 1; }, () => undefinedName, () => ({}).f(), () => { const o = {}; o.a.b(); }, () => new (class A { constructor() { this.b(); } })(), () => null[Symbol.iterator], () => [].reduce((a) => a), () => 'x'.repeat(-1), () => new Array(-1), () => (1).toFixed(101), () => BigInt(1.5), () => Symbol() + '', () => { 'use strict'; Object.freeze([1]).push(2); }];
for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error instanceof Error);
  }
}
