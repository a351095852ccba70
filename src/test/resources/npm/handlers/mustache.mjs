// mustache
import Mustache from 'mustache';

export const handler = async (event) => {
  const text = Mustache.render('{{#orders}}{{customer}} pays {{total}}{{>end}}{{/orders}}{{^none}}nothing else: {{{html}}} {{html}}{{/none}}', { ...event, html: '<i>' }, { end: ';\n' });
  console.log(text);
  let refused;
  try {
    Mustache.render('{{#open}}', {});
  } catch (error) {
    refused = error.message;
  }
  return { text, refused, lambda: Mustache.render('{{#up}}a{{x}}{{/up}}', { x: 'b', up: () => (body, render) => render(body).toUpperCase() }) };
};
