// Node's util.types.
(function utilTypes(exports, internal) {
  'use strict';
  const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const isObject = (value) => value !== null && typeof value === 'object';
  const typedName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array).prototype, Symbol.toStringTag).get;
  // Whether the value has the type's inside, whatever its prototype says.
  const answers = (read) => (value) => {
    try {
      read(value);
      return true;
    } catch {
      return false;
    }
  };
  const getter = (Type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(Type.prototype, name);
    return answers((value) => get.call(value));
  };
  const boxed = (Type) => {
    const { valueOf } = Type.prototype;
    const inside = answers((value) => valueOf.call(value));
    return (value) => isObject(value) && inside(value);
  };
  const mapSize = getter(Map, 'size');
  const setSize = getter(Set, 'size');
  const { getTime } = Date.prototype;
  const regExpSource = (value) => value !== RegExp.prototype && getter(RegExp, 'hasIndices')(value);

  const types = {
    isExternal: () => false,
    isDate: answers((value) => getTime.call(value)),
    isArgumentsObject: (value) => isObject(value) && tag(value) === 'Arguments' && !(Symbol.toStringTag in value),
    isBigIntObject: boxed(BigInt),
    isBooleanObject: boxed(Boolean),
    isNumberObject: boxed(Number),
    isStringObject: boxed(String),
    isSymbolObject: boxed(Symbol),
    isBoxedPrimitive: (value) => ['isBigIntObject', 'isBooleanObject', 'isNumberObject', 'isStringObject', 'isSymbolObject'].some((name) => types[name](value)),
    isNativeError: (value) => value instanceof Error && !(value instanceof internal('exceptions').DOMException),
    isRegExp: regExpSource,
    isAsyncFunction: (value) => typeof value === 'function' && ['AsyncFunction', 'AsyncGeneratorFunction'].includes(tag(value)),
    isGeneratorFunction: (value) => typeof value === 'function' && tag(value).endsWith('GeneratorFunction'),
    isGeneratorObject: (value) => isObject(value) && ['Generator', 'AsyncGenerator'].includes(tag(value)),
    isPromise: (value) => value instanceof Promise,
    isMap: mapSize,
    isSet: setSize,
    isMapIterator: (value) => isObject(value) && tag(value) === 'Map Iterator',
    isSetIterator: (value) => isObject(value) && tag(value) === 'Set Iterator',
    isWeakMap: (value) => value instanceof WeakMap,
    isWeakSet: (value) => value instanceof WeakSet,
    isArrayBuffer: getter(ArrayBuffer, 'byteLength'),
    isSharedArrayBuffer: getter(SharedArrayBuffer, 'byteLength'),
    isAnyArrayBuffer: (value) => types.isArrayBuffer(value) || types.isSharedArrayBuffer(value),
    isDataView: getter(DataView, 'byteLength'),
    isArrayBufferView: (value) => ArrayBuffer.isView(value),
    isTypedArray: (value) => isObject(value) && typedName.call(value) !== undefined,
    isModuleNamespaceObject: (value) => isObject(value) && Object.getPrototypeOf(value) === null && tag(value) === 'Module',
    isKeyObject: () => false,
    isCryptoKey: () => false,
    isProxy: internal('errors').refusal('isProxy', 'util.types.isProxy'),
  };
  for (const name of ['Uint8', 'Uint8Clamped', 'Uint16', 'Uint32', 'Int8', 'Int16', 'Int32', 'Float32', 'Float64', 'BigInt64', 'BigUint64']) {
    types[`is${name}Array`] = (value) => isObject(value) && typedName.call(value) === `${name}Array`;
  }
  return types;
})
