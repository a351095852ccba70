// marked
import { Marked, marked } from 'marked';

export const handler = async (event) => {
  const html = marked.parse(event.markdown);
  console.log(html);
  const own = new Marked({ async: true, gfm: true, renderer: { heading({ text, depth }) { return `<h${depth} id="${text.toLowerCase().replace(/\W+/g, '-')}">${text}</h${depth}>\n`; } } });
  return { html, own: await own.parse('# Two words\n\n- [x] done\n- [ ] ~~open~~'), tokens: marked.lexer('a **b**\n\n> c').map(({ type }) => type) };
};
