/// <reference types="vitest/config" />
import { readdirSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { ahead } from './build/ahead.ts';
import { awaited } from './build/awaited.ts';
import { worker } from './build/worker.ts';

// The server sends a strict Content-Security-Policy, so nothing may end up inline: no module-preload
// polyfill (it is an inline script in old browsers), no assets as data: URLs in CSS.
const CORE = new RegExp(
  'src/((api/(?!pieces)|features/audience/|stream/(?!firstRead|files\\b)|shell/router/)|features/(index|feature|[^/]+/index)\\.ts|words/(en|acts\\.en|enums\\.en|words)\\.ts|ui/(Icon|When|PersonName|Monogram|EmptyState|MailAddress|ProblemNote|Loading|PageHead|' +
    'AudienceChip|Sentence|Fresh|Choice|keys|announcer|arrivals|times|now|theme|failures|Field|StatusBar|busyFocus|keyboard)\\b|features/step-up/stepUp\\.)|node_modules/(svelte|esm-env|clsx)/',
);

const FRAME = /src\/(shell\/(?!AccountMenu|SeatSwitch|palette\/|router\/|offline\/)|ui\/(Notices|Unsent|Terms|acts)\b|features\/activity\/(acts|linesWords|Things)|words\/together(\.en)?\.ts)/;
const FLOATING = 'bits/menu|bits/dropdown-menu|bits/utilities/popper-layer|bits/utilities/floating-layer|internal/floating-svelte|internal/(roving|dom-typeahead|box-auto)';
const DIALOGS = new RegExp(`node_modules/(bits-ui/dist/(?!${FLOATING})|(runed|svelte-toolbelt|tabbable|style-to-object|inline-style-parser)/)|src/ui/(Modal|FormDialog)\\b`);
const MENUS = new RegExp(`node_modules/(@floating-ui/|bits-ui/dist/(${FLOATING}))|src/ui/(Menu|MoreMenu)\\b`);
const SHOWING = /src\/(ui\/(prose|Prose|reader|Body|FileName|ReadFirst|PendingPosts|comesUp|commands|PeoplePicker|MentionChip|mentionNodes|Readers|MonthGrid|weeks|Download|tableFile)\b|words\/(moderation|sharing)(\.en)?\.ts)/;
// the words of a letter or a comment: no part of the first view
const TEXT = /src\/ui\/(Text|linkify|quoted|signature|letterLines)\b/;
const READERS = /src\/ui\/(SeatBoxes|NamePeople|AudiencePicker|choosing)\b/;
const WRITING = /src\/(stream\/files\b|ui\/(Answering|AttachButton|Composer|Conversation|EntryItem|Formatting|Hear|LetterText|marking|mentioning|Release|TakeBack|WritingBox)\b|words\/(formatting|attaching)(\.en)?\.ts)/;
const TRACKING = /src\/(features\/(trackers\/(?!UsualAudience)|query\/)|words\/(issues|tracking|filtering)(\.en)?\.ts)/;

// Half of the work of the tests is loading modules (0690), so test files share them. A file that replaces a module or a
// part of the browser loads its own.
const TESTS = 'src/**/*.test.ts';
const tests = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
const PUTS_IN_PLACE = /\bvi\.(do|un)?(mock|stub|spyOn|resetModules|useFakeTimers)|\bglobalThis\b/i;
const alone = tests.map((file) => `src/${file}`).filter((file) => PUTS_IN_PLACE.test(readFileSync(file, 'utf8')));

export default defineConfig({
  plugins: [svelte(), ahead(), awaited(), worker()],
  build: {
    outDir: 'dist',
    manifest: '.vite/manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What many views need travels in few files: forty small ones cost a bad line forty waits, and an old phone as many wakings.
        codeSplitting: {
          groups: [
            // what catalogues of other languages import, too: `core` waits for those, so it must not be in there
            { name: 'language', test: /src\/words\/(language|writing)\.ts$/, priority: 5 },
            { name: 'core', test: CORE, priority: 4 },
            { name: 'frame', test: FRAME, priority: 3 },
            { name: 'menus', test: MENUS, minShareCount: 2, priority: 2 },
            { name: 'dialogs', test: DIALOGS, minShareCount: 2, priority: 3 },
            { name: 'text', test: TEXT, minShareCount: 2, priority: 3 },
            { name: 'showing', test: SHOWING, minShareCount: 2, priority: 2 },
            { name: 'readers', test: READERS, minShareCount: 2, priority: 2 },
            { name: 'writing', test: WRITING, minShareCount: 2, priority: 1 },
            { name: 'tracking', test: TRACKING, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'sharing', include: [TESTS], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
