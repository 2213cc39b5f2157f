import type { Plugin, Rolldown } from 'vite';

/** A line of a feature's `index.ts` that says at which address which component opens. */
const OPENS = /^\s*'?([\w-]+)'?: \{ path: '([^']+)', view: \(\) => import\('\.\/([^']+\.svelte)'\)/gm;
const FEATURES = 'src/features';
/** A line of the list of features. */
const LISTED = /from '\.\/([\w-]+)\/index'/g;
interface Opens { name: string; path: string; component: string }
const FRAME = 'shell/Workspace.svelte';
/** What a view goes on to open by itself. */
const THEN: Record<string, string[]> = { issue: ['features/trackers/IssueView.svelte'] };

/** What runs in the browser: `views` are patterns of addresses and the files that each needs, by their place in `files`. */
function lookAhead(views: [string, number[]][], files: string[]): void {
  // the language that the words of the page are in until ours are here, as `words/language.ts` chooses it
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('caucus.language');
  } catch {
    // this browser keeps nothing
  }
  const language = [chosen ?? '', ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => /^(en|fr|ar)$/.test(tag)) ?? 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  const wanted = views.find(([pattern]) => new RegExp(pattern).test(location.pathname))?.[1] ?? [];
  for (const file of wanted.map((place) => files[place] ?? '')) {
    const link = document.createElement('link');
    const style = file.endsWith('.css');
    link.rel = style ? 'preload' : 'modulepreload';
    if (style) {
      link.as = 'style';
      link.crossOrigin = ''; // as it is asked for later; else it is not used, and comes twice
    }
    link.href = file;
    document.head.append(link);
  }
}

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/**
 * A small script at the head of the page that asks for the code of the view at its address at once: the program alone
 * would know of it after a journey of its own there and back, and on a bad line each takes a second.
 */
export function ahead(): Plugin {
  return {
    name: 'caucus-ahead',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const list = await this.fs.readFile(`${FEATURES}/index.ts`, { encoding: 'utf8' });
        const features = [...list.matchAll(LISTED)].map(([, name = '']) => name);
        const opens = (await Promise.all(features.map(async (one) => pagesIn(one, await this.fs.readFile(`${FEATURES}/${one}/index.ts`, { encoding: 'utf8' }))))).flat();
        if (opens.length === 0) throw new Error('no page of any feature can be read here');
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no index.html to write into');
        const files: string[] = [];
        const place = (file: string): number => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
        const there = new Set([...String(page.source).matchAll(/\/assets\/[^"]+/g)].map(([file]) => file));
        const views = opens.map(({ name, path, component }): [string, number[]] => {
          const needs = [component, ...(THEN[name] ?? []), ...(path.startsWith('/w/') ? [FRAME] : [])].flatMap((one) => filesOf(bundle, one));
          return [patternOf(path), [...new Set(needs)].filter((file) => !there.has(file)).map(place)];
        });
        const source = `(${lookAhead.toString()})(${JSON.stringify(views)},${JSON.stringify(files)});\n`;
        const made = this.emitFile({ type: 'asset', name: 'ahead.js', source });
        const shell = this.emitFile({ type: 'asset', name: 'shell.css', source: await this.fs.readFile('src/shell.css', { encoding: 'utf8' }) });
        page.source = paintsFirst(String(page.source), `/${this.getFileName(shell)}`).replace('<script type="module"', `<script async src="/${this.getFileName(made)}"></script>\n    <script type="module"`);
      },
    },
  };
}

const SHEET = /\s*<link rel="stylesheet"[^>]*>/g;

/** The first paint waits for the sheet of the page's own words; those of the program come behind them. */
function paintsFirst(page: string, shell: string): string {
  const sheets = (page.match(SHEET) ?? []).join('');
  return page.replace(SHEET, '').replace('</head>', `  <link rel="stylesheet" href="${shell}">\n  </head>`).replace('</body>', `${sheets}\n  </body>`);
}

/** The pages of a feature, as its `index.ts` has them: what that imports runs in a browser alone. */
function pagesIn(feature: string, source: string): Opens[] {
  const found = [...source.matchAll(OPENS)].map(([, name = '', path = '', component = '']) => ({ name, path, component: `features/${feature}/${component}` }));
  if (found.length !== [...source.matchAll(/view: \(\) => import\(/g)].length) throw new Error(`a page of ${feature} does not stand on one line`);
  return found;
}

const patternOf = (path: string): string => `^${path.replace(/:\w+/g, '[^/]+').replace(/\/$/, '')}/?$`;

/** The files of a component and of all that it imports, scripts and styles. */
function filesOf(bundle: Bundle, component: string): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
  const first = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/src/${component}`));
  if (!first) throw new Error(`no file of its own for ${component}`);
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) add(chunks.find((one) => one.fileName === file));
  };
  add(first);
  return [...found].flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])]).map((file) => `/${file}`);
}
