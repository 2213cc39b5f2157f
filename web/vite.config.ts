/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The server sends a strict Content-Security-Policy, so nothing may end up inline: no module-preload
// polyfill (it is an inline script in old browsers), no assets as data: URLs in CSS.
const CORE = new RegExp(
  'src/((api|audience|live|router)/|words/(en|words|language)\\.ts|ui/(Icon|When|PersonName|Monogram|EmptyState|MailAddress|ProblemNote|Loading|PageHead|' +
    'AudienceChip|Fresh|Choice|Text|keys|announcer|arrivals|times|now|linkify|theme|slugs|announcer|failures|StatusBar)\\b)|node_modules/(svelte|esm-env|clsx)/',
);

export default defineConfig({
  plugins: [svelte()],
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
