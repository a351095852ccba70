// handlebars
const Handlebars = require('handlebars');

Handlebars.registerHelper('money', (value) => `${value.toFixed(2)} EUR`);
Handlebars.registerPartial('line', '{{customer}}: {{money total}}');
const template = Handlebars.compile('<ul>{{#each orders}}<li class="{{#if @first}}first{{else}}more{{/if}}">{{> line}}</li>{{/each}}</ul>{{{raw}}}{{escaped}}');

exports.handler = async (event) => {
  const html = template({ ...event, raw: '<hr>', escaped: '<b>&' });
  console.log(html);
  let refused;
  try {
    Handlebars.compile('{{#if}}')({});
  } catch (error) {
    refused = error.message.split('\n')[0];
  }
  const precompiled = Handlebars.precompile('Hi {{name}}');
  return { html, refused, kind: typeof precompiled, again: Handlebars.template(new Function(`return ${precompiled}`)())({ name: 'Ann' }) };
};
