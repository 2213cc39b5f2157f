// The journey: sign in, read, write, attach, hear others live, lose the line, change the language, sign out. Every step
// leaves a picture and what was measured; a step that fails is told, and the next begins where it can.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { globSync, readFileSync, writeFileSync } from './files.mjs';

const W = '/w/code-of-practice';
const API = '/api/workspaces/code-of-practice';
const PATIENCE_MS = 20_000;
/** What others do is there within this: long before a heartbeat would bring it out. */
const LIVE_MS = 4_000;
export const HEIGHT = 800;
const EIGHT_LINES = Array.from({ length: 8 }, (_, n) => `${n + 1}. A line of a longer reply`).join('\n');

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Finds what is shown: by a selector, by words, or both; the last one of several if asked. */
const FIND = `const [css, words, last] = args;
  const all = [...document.querySelectorAll(css)].filter((one) => one.getClientRects().length > 0 && !one.disabled
    && (!words || (one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim().startsWith(words)));
  const one = last ? all.at(-1) : all[0];
  if (!one) return null;`;
const WHERE = `${FIND} one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = one.getClientRects()[0]; return [box.left + Math.min(box.width / 2, 60), box.top + box.height / 2];`;
const THERE = `${FIND} return true;`;

/** What makes the page wider than its window, if it is. */
const TOO_WIDE = `const room = document.documentElement.clientWidth, over = document.documentElement.scrollWidth - room;
  if (over <= 0) return null;
  const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > room + 1);
  return over + ' px wider than the window: ' + (wide.at(-1)?.outerHTML.slice(0, 160) ?? '');`;

/** Somebody else of the demo, by the API. */
export async function other(base, local) {
  const entered = await fetch(`${base}/demo/enter/${local}`, { method: 'POST', headers: { Origin: base }, redirect: 'manual' });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const call = async (path, body) => {
    const headers = { Cookie: cookie, Origin: base, ...(body ? { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } : {}) };
    const response = await fetch(base + API + path, { method: body ? 'POST' : 'GET', headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return call;
}

export class Journey {
  /** steps as they went: { name, picture, told, failed } */
  steps = [];

  constructor({ engine, base, door, width, out, data, file }) {
    Object.assign(this, { engine, base, door, width, out, data, file });
    mkdirSync(out, { recursive: true });
  }

  async step(name, act) {
    const step = { name, told: [], failed: [] };
    this.now = step;
    this.steps.push(step);
    try {
      await act();
    } catch (error) {
      step.failed.push(error.message);
    }
    await pause(250);
    step.picture = join(this.out, `${String(this.steps.length).padStart(2, '0')}-${name.replace(/\W+/g, '-')}.png`);
    await this.engine.picture(step.picture).catch((error) => step.failed.push(`no picture: ${error.message}`));
    const over = await this.engine.run(TOO_WIDE).catch(() => undefined);
    if (over) step.failed.push(over);
  }

  tell(text) {
    this.now.told.push(text);
  }
  check(holds, text) {
    (holds ? this.now.told : this.now.failed).push(text);
  }

  /** Waits for it; answers how long it took, in ms. */
  async until(what, script, ...args) {
    for (const began = Date.now(); ; await pause(40)) {
      const got = await this.engine.run(script, ...args).catch(() => undefined);
      if (got) return Date.now() - began;
      if (Date.now() - began > PATIENCE_MS) throw new Error(`not seen in ${PATIENCE_MS / 1000} s: ${what}`);
    }
  }
  there = (css, words = '', last = false) => this.until(`${css} ${words}`, THERE, css, words, last);
  async press(css, words = '', last = false) {
    await this.there(css, words, last);
    await pause(80);
    const [x, y] = await this.engine.run(WHERE, css, words, last);
    await this.engine.press(x, y);
  }
  async write(css, text) {
    await this.press(css);
    await this.engine.type(text);
  }
  says = (words) => this.until(words, 'return document.body.innerText.replace(/\\u00a0/g, " ").includes(args[0])', words);
  async open(path) {
    await this.engine.open(this.base + path);
    await this.there('h1');
    await this.until('what is read', 'return !document.querySelector(".under-way, .bones, [aria-busy=true]")');
  }
  height = (css) => this.engine.run('return document.querySelector(args[0]).getBoundingClientRect().height', css);

  async walk() {
    const { engine } = this;
    await engine.size?.(this.width, HEIGHT);
    await this.step('sign in', () => this.signIn());
    if (this.now.failed.length > 0) return; // nothing else can be seen
    await this.step('activity', () => this.open(W));
    await this.step('read', () => this.read());
    await this.step('write', () => this.writes());
    await this.step('attach', () => this.attaches());
    await this.step('send', () => this.sends());
    await this.step('live', () => this.hears());
    await this.step('offline', () => this.losesTheLine());
    await this.step('back', () => this.isBack());
    await this.step('update', () => this.grows(`${W}/updates`, 'main form textarea'));
    await this.step('edit', () => this.edits());
    await this.step('issue', () => this.begins());
    for (const place of ['moderation', 'trackers/COP?view=board', 'actions?view=month', 'organisations', 'search', 'lists/coalition', 'actions', 'board', 'audit', 'organisations/roster/new', 'trackers/COP/arrange', 'trackers/COP/import', 'holds', 'catch-up', 'conversations', 'timeline', 'files', 'polls', 'settings', 'lists/coalition/settings', 'trackers/COP/settings', 'profile', 'welcome', 'commitments', 'mail-trouble']) await this.step(place.replace(/\W+/g, ' '), () => this.open(`${W}/${place}`));
    await this.step('refused mail', () => this.isRefused());
    await this.step('account', () => this.open('/account'));
    for (const language of ['fr', 'ar']) await this.step(`language ${language}`, () => this.speaks(language));
    await this.step('dark', () => this.isDark());
    await this.step('sign out', () => this.signsOut());
    const said = (await engine.complaints()).filter((one) => !/Failed to load resource|NetworkError|status of 4|Cross-Origin Request Blocked|ServiceWorker intercepted the request/.test(one));
    this.check(said.length === 0, said.length === 0 ? 'nothing on the console' : `on the console: ${said.join(' · ').slice(0, 600)}`);
  }

  async signIn() {
    await this.open('/sign-in');
    await this.write('input[type=email], main input', 'amina@lantern.example');
    const before = this.codes().length;
    await this.press('button', 'Send code');
    await this.there('input[inputmode=numeric], main input');
    for (const until = Date.now() + PATIENCE_MS; this.codes().length === before; await pause(100)) if (Date.now() > until) throw new Error('no code was mailed');
    await this.says('code');
    await this.write('main input', this.codes().at(-1));
    await this.press('button', 'Sign in').catch(() => {});
    await this.until('the workspace', 'return location.pathname !== "/sign-in"');
  }
  /** The codes that were mailed, in their order. */
  codes() {
    try {
      return globSync(join(this.data, 'mail'), /\.eml$/, 1).sort().map((path) => readFileSync(path, 'utf8')).filter((text) => text.includes('amina@lantern.example')).flatMap((text) => /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? /\b(\d{6})\b is your|code\D{0,40}(\d{6})/.exec(text)?.slice(1).find(Boolean) ?? []);
    } catch {
      return [];
    }
  }

  async read() {
    this.dara = await other(this.base, 'dara');
    const amina = await other(this.base, 'amina');
    this.subject = `The memo, in ${this.engine.name} at ${this.width}`;
    const { id } = await amina('/lists/coalition/threads', { subject: this.subject, text: 'Read it, please.', audience: 'EVERYONE' });
    this.thread = id;
    this.entries = async () => (await amina(`/threads/${id}`)).entries;
    await this.open(`${W}/lists/coalition`);
    await this.press('main a', this.subject);
    await this.says('Read it, please.');
  }

  async writes() {
    const css = 'form.composer textarea';
    await this.press(css);
    await this.until('the composer to open', 'return !!document.querySelector("form.composer.writing")');
    const empty = await this.height(css);
    await this.engine.type('x');
    await this.press('form.composer .pick'); // the first click beside it counts
    await this.there('[role=menu]');
    await this.engine.key('Escape');
    await this.until('the menu to close', 'return !document.querySelector("[role=menu]")');
    await this.press(css);
    await this.grown(css, empty);
  }
  async grown(css, empty) {
    await this.engine.type(EIGHT_LINES);
    await pause(150);
    const full = await this.height(css);
    const least = Math.min(8 * 22, await this.engine.run('return innerHeight * 0.28'));
    this.check(full >= least, `eight lines in ${Math.round(full)} px, ${Math.round(empty)} px when empty`);
  }
  async attaches() {
    await this.engine.attach('form.composer input[type=file], .foot + input[type=file], form.composer ~ input[type=file]', this.file);
    await this.says('memo.txt');
    await this.says('ready');
  }
  async sends() {
    await this.press('form.composer .foot button:not([type=button])');
    this.tell(`on screen after ${await this.until('the reply', 'return [...document.querySelectorAll("article")].some((one) => one.innerText.includes("8. A line"))')} ms`);
    const sent = (await this.entries()).length - 1;
    this.check(sent === 1, `sent ${sent} time(s)`);
  }
  async hears() {
    const text = `Heard at ${Date.now()}`;
    await this.dara(`/threads/${this.thread}/entries`, { text, audience: 'EVERYONE' });
    const ms = await this.says(text);
    this.check(ms <= LIVE_MS, `live after ${ms} ms`);
  }
  async losesTheLine() {
    this.door.shut();
    await this.write('form.composer textarea', 'Written without a line');
    await this.press('form.composer .foot button:not([type=button])');
    await this.says('Saved in this browser');
  }
  /** What an engine says of files that it asked for meanwhile is no fault. */
  async unlocks() {
    this.door.unlock();
    await this.engine.complaints();
  }
  async isBack() {
    await this.unlocks();
    this.tell(`sent ${await this.until('the post', 'return !document.body.innerText.includes("Saved in this browser")')} ms after the line was back`);
    await this.says('Written without a line');
    await pause(500);
    const sent = (await this.entries()).filter((one) => one.text.includes('Written without a line')).length;
    this.check(sent === 1, `sent ${sent} time(s)`);
  }
  async grows(path, css) {
    await this.open(path);
    const box = await this.engine.run('return !!document.querySelector(args[0])', css);
    if (!box) return this.tell('no composer for a convenor');
    await this.grown(css, await this.height(css));
  }
  async edits() {
    const amina = await other(this.base, 'amina');
    const { id } = await amina('/trackers/COP/issues', { title: `Removal, in ${this.engine.name} at ${this.width}`, description: 'One line.' });
    await this.open(`${W}/issues/${id}`);
    await this.press('button', 'Edit: Description');
    await this.press('form.edits textarea');
    await this.grown('form.edits textarea', await this.height('form.edits textarea'));
  }
  async begins() {
    await this.open(`${W}/trackers/COP`);
    await this.press('button', 'New issue');
    await this.there('[role=dialog] input');
    await pause(250);
    const first = await this.engine.run('return document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.outerHTML.slice(0, 80)');
    this.check(first === 'Title', `the dialog begins in "${first}"`);
    await this.engine.run('for (const one of document.querySelectorAll("[role=dialog] details:not([open]) > summary")) one.click()');
    await pause(300);
    await this.engine.run('document.querySelector("[role=dialog] input[type=date]")?.scrollIntoView({ block: "center" })');
  }
  async isRefused() {
    await this.open(`${W}/my-mail`);
    await this.there('main form button[type=submit]');
    this.door.shut();
    await this.engine.run('const one = document.querySelector("main form input[type=checkbox]:not(:disabled)"); one.click()');
    await this.press('main form button[type=submit]');
    await this.until('what went wrong', 'return !!document.querySelector("main [role=alert]")').finally(() => this.unlocks());
    const [top, bottom, window] = await this.engine.run('const box = document.querySelector("main [role=alert]").getBoundingClientRect(); return [box.top, box.bottom, innerHeight]');
    this.check(top >= 0 && bottom <= window, `what went wrong stands at ${Math.round(top)} of ${window} px`);
  }
  async speaks(language) {
    await this.engine.run('localStorage.setItem("caucus.language", args[0])', language);
    await this.open(`${W}/threads/${this.thread}`);
    this.check((await this.engine.run('return document.documentElement.lang')) === language, `the page is in ${language}`);
  }
  async isDark() {
    await this.engine.run('localStorage.setItem("caucus.language", "en"); localStorage.setItem("caucus.theme", "dark")');
    await this.open(`${W}/trackers/COP`);
    await this.press('button', 'New issue');
    await this.there('[role=dialog] input');
  }
  async signsOut() {
    await this.open(W);
    await this.press('button.account');
    await this.press('[role=menuitem]', 'Sign out');
    await this.until('the page to sign in', 'return location.pathname === "/sign-in"');
  }
}
