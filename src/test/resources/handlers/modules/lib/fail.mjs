export function fail() {
  throw new Error('from a module');
}
