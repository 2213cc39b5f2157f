import type { Plugin, Rolldown } from 'vite';

/** A catalogue of another language: `words/*.ts` awaits it while it is loaded itself. */
const CATALOGUE = /src\/words\/(\w+\.)?(fr|ar)\.ts$/;
const WORDS = /src\/words\/[a-z]+\.ts$/i;

/** The files that a catalogue needs before it runs. */
function needs(bundle: Rolldown.OutputBundle, file: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
  seen.add(file);
  chunk.imports.forEach((one) => needs(bundle, one, seen));
  return seen;
}

/**
 * Refuses a build in which a file waits for a catalogue that waits for the file: browsers report nothing then, and the
 * page never opens in that language. Which file a module lands in is decided by the groups of `vite.config.ts`.
 */
export function awaited(): Plugin {
  return {
    name: 'caucus-awaited',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      for (const { fileName, moduleIds } of chunks.filter((one) => one.moduleIds.some((id) => CATALOGUE.test(id)))) {
        for (const needed of needs(bundle, fileName)) {
          const waits = chunks.find((one) => one.fileName === needed && one.dynamicImports.length > 0 && one.moduleIds.some((id) => WORDS.test(id) && !CATALOGUE.test(id)));
          if (waits) throw new Error(`${fileName} (${moduleIds.find((id) => CATALOGUE.test(id)) ?? ''}) imports ${needed}, which waits for catalogues: a deadlock`);
        }
      }
    },
  };
}
