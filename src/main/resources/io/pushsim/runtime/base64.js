// atob and btoa.
(function base64(exports, internal) {
  'use strict';
  const { domException } = internal('exceptions');
  const bufferOf = () => internal('buffer').Buffer;

  exports.btoa = function btoa(input) {
    if (arguments.length === 0) {
      throw internal('errors').missingArguments('input');
    }
    const text = `${input}`;
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 255) {
        throw domException('Invalid character', 'InvalidCharacterError');
      }
    }
    return bufferOf().from(text, 'latin1').toString('base64');
  };

  exports.atob = function atob(input) {
    if (arguments.length === 0) {
      throw internal('errors').missingArguments('input');
    }
    let text = `${input}`.replace(/[\t\n\f\r ]/g, '');
    if (text.length % 4 === 0) {
      text = text.replace(/={1,2}$/, '');
    }
    if (!/^[A-Za-z0-9+/]*$/.test(text)) {
      throw domException('Invalid character', 'InvalidCharacterError');
    }
    if (text.length % 4 === 1) {
      throw domException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
    }
    return bufferOf().from(text, 'base64').toString('latin1');
  };
})
