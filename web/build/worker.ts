import type { Plugin } from 'vite';

/** The worker that keeps the program, with the names of this build's files. Languages come when somebody reads them. */
export function worker(): Plugin {
  const LANGUAGES = /(^|[./])(fr|ar)-/;
  const ON_DEMAND = /[/.]pdf[.-]/; // a megabyte and a half, for those who open one
  return {
    name: 'caucus-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !LANGUAGES.test(name) && !ON_DEMAND.test(name));
        const files = [...assets, 'caucus.svg', 'caucus.webmanifest'].sort().map((name) => `/${name}`);
        const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName ?? '';
        const text = await this.fs.readFile('src/shell/offline/worker.js', { encoding: 'utf8' });
        const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(files.join() + text));
        const build = Array.from(new Uint8Array(hash, 0, 8), (octet) => octet.toString(16).padStart(2, '0')).join('');
        const source = text.replace('__BUILD__', build).replace('__FILES__', JSON.stringify(files)).replace('__ENTRY__', entry);
        this.emitFile({ type: 'asset', fileName: 'worker.js', source });
      },
    },
  };
}
