// Started by infra/dev/engines, which has the server ready.
import { join } from 'node:path';
import { Door } from './door.mjs';
import { writeFileSync } from './files.mjs';
import { HEIGHT, Journey } from './journey.mjs';
import { puppet } from './puppets.mjs';
import { sheet } from './sheet.mjs';
import { webkit } from './webkit.mjs';

const WIDTHS = [1366, 390];
const BEGINS_MS = 90_000;
const { ENGINES_PORT, ENGINES_DATA: data, ENGINES_OUT: out, ENGINES_ONLY: only } = process.env;
const port = Number(ENGINES_PORT);
const base = `http://localhost:${port}`;
const begin = { chromium: () => puppet('chromium'), firefox: () => puppet('firefox'), webkit: (width) => webkit(port + 2, width, HEIGHT) };

const door = new Door();
await door.listen(port, port + 1);
for (const until = Date.now() + BEGINS_MS; !(await fetch(`${base}/sign-in`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false)); ) {
  if (Date.now() > until) throw new Error('the demo did not start');
  await new Promise((done) => setTimeout(done, 200));
}
const file = join(data, 'memo.txt');
writeFileSync(file, 'Removal within 24 hours.\n');

const journeys = [];
for (const [name, make] of Object.entries(begin).filter(([name]) => !only || name === only)) {
  for (const width of WIDTHS) {
    const engine = await make(width);
    const journey = new Journey({ engine, base, door, width, data, file, out: join(out, `${name}-${width}`) });
    journeys.push(journey);
    try {
      await journey.walk();
    } finally {
      door.unlock();
      await engine.close();
    }
    for (const { name: step, failed, told } of journey.steps) for (const one of failed.length ? failed : told) console.log(`${failed.length ? 'FAILED' : 'ok    '} ${engine.name}, ${width} px, ${step}: ${one}`);
  }
}
door.close();
sheet(out, journeys);
const failed = journeys.flatMap(({ steps }) => steps.flatMap((step) => step.failed)).length;
console.log(`${failed} failed. Pictures: ${join(out, 'index.html')}`);
process.exitCode = failed === 0 ? 0 : 1;
