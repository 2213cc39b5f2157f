// The pictures side by side, one row a step and one column an engine, with what was measured under each.
import { relative } from 'node:path';
import { writeFileSync } from './files.mjs';

const text = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function sheet(out, journeys) {
  const widths = [...new Set(journeys.map(({ width }) => width))];
  const parts = widths.map((width) => {
    const across = journeys.filter((one) => one.width === width);
    const names = [...new Set(across.flatMap(({ steps }) => steps.map(({ name }) => name)))];
    const cell = (step) => (step ? `<td class="${step.failed.length ? 'bad' : ''}"><img loading="lazy" alt="" src="${relative(out, step.picture)}"><p>${[...step.failed.map((one) => `<b>${text(one)}</b>`), ...step.told.map(text)].join('<br>')}</p></td>` : '<td></td>');
    const rows = names.map((name) => `<tr><th>${text(name)}</th>${across.map(({ steps }) => cell(steps.find((one) => one.name === name))).join('')}</tr>`);
    return `<h2>${width} px</h2><table><tr><th></th>${across.map(({ engine }) => `<th>${text(engine.name)}</th>`).join('')}</tr>${rows.join('')}</table>`;
  });
  const style = 'body{font:14px system-ui;margin:16px}td,th{vertical-align:top;padding:6px;text-align:start}img{max-inline-size:30vw;border:1px solid #999}b{color:#a00}td.bad{background:#fee}';
  writeFileSync(`${out}/index.html`, `<!doctype html><meta charset="utf-8"><title>Engines</title><style>${style}</style><h1>One journey in each engine</h1>${parts.join('')}`);
}
