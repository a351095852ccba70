// mime
import mime, { Mime } from 'mime';
import lite from 'mime/lite';

export const handler = async (event) => {
  const types = Object.fromEntries(event.keys.map((key) => [key, mime.getType(key)]));
  console.log(types);
  const own = new Mime({ 'text/x-order': ['order', 'ord'] });
  return { types, extension: mime.getExtension('text/html; charset=utf-8'), all: [...mime.getAllExtensions('image/jpeg')].sort(), lite: lite.getType('a.json'), own: own.getType('x.ord') };
};
