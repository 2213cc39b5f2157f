// What the journey asks of files: Node 20 has no glob of its own.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder, two levels deep, whose path is like that. */
export function globSync(folder, like, depth = 3) {
  const all = [];
  for (const one of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, one.name);
    if (one.isDirectory() && depth > 1) all.push(...globSync(path, like, depth - 1));
    else if (like.test(path)) all.push(path);
  }
  return all;
}

export { readFileSync, writeFileSync };
