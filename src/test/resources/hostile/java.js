//! timeout 10
//! answers ^\{"names":\[\],"types":"(undefined){9}",("(type|evaluated|created|indirect)":"refused: ReferenceError",){4}"assembly":"undefined"\}$
const tries = {
  names: () => Object.getOwnPropertyNames(globalThis).filter((name) => /java|polyglot|graal|packages|^load|^print|quit|engine|wasm|webassembly/i.test(name)),
  types: () => typeof Java + typeof Polyglot + typeof Graal + typeof Packages + typeof java + typeof load + typeof loadWithNewGlobal + typeof print + typeof quit,
  type: () => Java.type('java.lang.System'),
  evaluated: () => Polyglot.eval('python', '1'),
  created: () => new Function('return Java.type("java.lang.Thread")')(),
  indirect: () => (0, eval)('Packages.java.lang.Runtime.getRuntime()'),
  assembly: () => typeof WebAssembly,
};
exports.handler = async () => {
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      found[name] = await attempt() ?? null;
    } catch (error) {
      found[name] = `refused: ${error.code ?? error.name}`;
    }
  }
  return found;
};
