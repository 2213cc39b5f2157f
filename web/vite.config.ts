/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// The server sends a strict Content-Security-Policy, so nothing may end up inline: no module-preload
// polyfill (it is an inline script in old browsers), no assets as data: URLs in CSS.
const CORE = new RegExp(
  'src/((api|audience|live|router)/|words/(en|words|language)\\.ts|ui/(Icon|When|PersonName|Monogram|EmptyState|MailAddress|ProblemNote|Loading|PageHead|' +
    'AudienceChip|Fresh|Choice|Text|keys|announcer|arrivals|times|now|linkify|theme|slugs|announcer|failures|StatusBar)\\b)|node_modules/(svelte|esm-env|clsx)/',
);

/** The worker that keeps the program, with the names of this build's files. Languages come when somebody reads them. */
function worker(): Plugin {
  const LANGUAGES = /(^|[./])(fr|ar)-/;
  return {
    name: 'caucus-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !LANGUAGES.test(name));
        const files = [...assets, 'caucus.svg', 'caucus.webmanifest'].sort().map((name) => `/${name}`);
        const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName ?? '';
        const text = await this.fs.readFile('src/offline/worker.js', { encoding: 'utf8' });
        const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(files.join() + text));
        const build = Array.from(new Uint8Array(hash, 0, 8), (octet) => octet.toString(16).padStart(2, '0')).join('');
        const source = text.replace('__BUILD__', build).replace('__FILES__', JSON.stringify(files)).replace('__ENTRY__', entry);
        this.emitFile({ type: 'asset', fileName: 'worker.js', source });
      },
    },
  };
}

export default defineConfig({
  plugins: [svelte(), worker()],
  build: {
    outDir: 'dist',
    manifest: '.vite/manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What nearly every view needs travels as one file: thirty small ones cost a bad line thirty round trips.
        codeSplitting: { groups: [{ name: 'core', test: CORE, priority: 1 }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
