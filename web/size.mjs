// Prints what a first visit loads, compressed, and fails above the budget. A first visit to a workspace is the entry,
// the frame around every view and the activity view: all three are counted, with everything they import statically.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 100 * 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const gzip = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;

function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return seen;
}

function weigh(name, keys) {
  const files = new Set();
  for (const key of closure(keys)) {
    files.add(manifest[key].file);
    for (const css of manifest[key].css ?? []) files.add(css);
  }
  const bytes = [...files].reduce((sum, file) => sum + gzip(file), gzip('index.html'));
  console.log(`${name.padEnd(46)} ${(bytes / 1024).toFixed(1).padStart(6)} KB in ${files.size + 1} files`);
  return bytes;
}

weigh('index.html alone (the sign-in page starts here)', ['index.html']);
const first = weigh('first view: index.html + frame + activity', [
  'index.html',
  'src/shell/Workspace.svelte',
  'src/features/activity/ActivityView.svelte',
]);
if (first > BUDGET_BYTES) {
  console.error(`The first view is above its budget of ${BUDGET_BYTES / 1024} KB.`);
  process.exit(1);
}
