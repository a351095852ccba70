// nanoid
import { customAlphabet, customRandom, nanoid, urlAlphabet } from 'nanoid';
import { nanoid as unsafe } from 'nanoid/non-secure';

export const handler = async () => {
  const ids = Array.from({ length: 100 }, () => nanoid());
  console.log('distinct', new Set(ids).size);
  const counted = customRandom('abcdef', 8, (size) => Uint8Array.from({ length: size }, (_, index) => index));
  return {
    shapes: ids.every((id) => /^[\w-]{21}$/.test(id)),
    digits: /^\d{6}$/.test(customAlphabet('0123456789', 6)()),
    counted: counted(), alphabet: urlAlphabet.length, unsafe: unsafe(7).length,
  };
};
