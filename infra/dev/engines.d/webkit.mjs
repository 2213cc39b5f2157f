// WebKit: Debian's MiniBrowser, by the WebDriver protocol of W3C. Only what the journey needs of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, writeFileSync } from './files.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };
const BEGINS_MS = 15_000;

async function ask(base, method, path, body) {
  const response = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function begun(base) {
  for (const until = Date.now() + BEGINS_MS; ; await new Promise((done) => setTimeout(done, 100))) {
    const status = await fetch(`${base}/status`).then((response) => response.json(), () => undefined);
    if (status?.value.ready) return;
    if (Date.now() > until) throw new Error('WebKitWebDriver did not start');
  }
}

/** A screen of that size: the browser fills it, for its window has bars, and a least width, of its own. */
async function screen(width, height) {
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(xvfb.stdout, 'data');
  return { display: `:${String(number).trim()}`, close: () => xvfb.kill() };
}

export async function webkit(port, width, height) {
  const { display, close } = await screen(width, height);
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LANGUAGE: 'en_GB', LANG: 'C.UTF-8' } });
  const base = `http://127.0.0.1:${port}`;
  await begun(base);
  const binary = globSync('/usr/lib', /\/webkit2gtk-4\.1\/MiniBrowser$/)[0];
  const { sessionId, capabilities } = await ask(base, 'POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation', '--full-screen'], useOverlayScrollbars: false } } },
  });
  const at = `/session/${sessionId}`;
  const post = (path, body) => ask(base, 'POST', at + path, body);
  const run = (script, ...args) => post('/execute/sync', { script: `return (function (...args) { ${script} })(...arguments)`, args });
  // What a page complains of is heard by itself: this protocol tells nothing of its console.
  await post('/url', { url: 'about:blank' });
  await post('/window/rect', { width, height });
  const HEAR = `if (!window.heardAll) { window.heardAll = []; for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    addEventListener(kind, (event) => heardAll.push(kind + ': ' + (event.message ?? event.reason ?? event.violatedDirective))); }`;
  return {
    name: `webkit ${capabilities.browserVersion}`,
    open: async (url) => {
      await post('/url', { url });
      await run(HEAR);
    },
    run,
    press: async (x, y) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 20 }, { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: 90 }, { type: 'pointerUp', button: 0 },
      ];
      await post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    },
    type: async (text) => {
      const actions = [...text].flatMap((letter) => ['keyDown', 'keyUp'].map((type) => ({ type, value: letter === '\n' ? KEYS.Enter : letter })));
      await post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    key: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key }));
      await post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    attach: async (css, path) => {
      const found = await post('/element', { using: 'css selector', value: css });
      await post(`/element/${found[ELEMENT]}/value`, { text: path });
    },
    picture: async (path) => writeFileSync(path, Buffer.from(await ask(base, 'GET', `${at}/screenshot`), 'base64')),
    complaints: () => run('return (window.heardAll ?? []).splice(0)'),
    close: async () => {
      await ask(base, 'DELETE', at).catch(() => {});
      driver.kill();
      close();
    },
  };
}
