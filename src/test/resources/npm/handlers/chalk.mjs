// chalk
import chalk, { Chalk, supportsColor } from 'chalk';

export const handler = async (event) => {
  const colors = new Chalk({ level: 3 });
  const line = `${colors.green('ok')} ${colors.bold.bgHex('#336699').underline(event.placed)} ${colors.rgb(1, 2, 3)`sum ${event.orders.length}`}`;
  console.log(line);
  return { line: JSON.stringify(line), plain: new Chalk({ level: 0 }).red('plain'), detected: chalk.level, supportsColor };
};
