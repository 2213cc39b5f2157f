// Drafts of one seat on several devices. This browser's are the ones that are shown and typed in (`Drafts`); the server
// has a copy of each, with a version. What was typed here is sent a moment later; what another device wrote is taken up,
// unless somebody types here or typed something else: then both stay until their author says which.
import { Refusal } from '../../api/problem';
import type { OwnDraft, OwnDraftHead, SaveOwnDraft } from '../../api/types';
import { keyOf, stored, type Beside, type Draft, type Drafts, type Follower } from '../../stream/drafts';

/** What is typed without a pause is sent this often, and after a pause at once. */
const PAUSE_MS = 1_500;
const LONGEST_MS = 10_000;
/** When a request failed though there is a line. */
const LATER_MS = 15_000;
/** Time for another tab of this browser to write down what the server answered it. */
const OTHER_TAB_MS = 600;

export interface DraftWays {
  list: () => Promise<{ items: OwnDraftHead[] }>;
  get: (id: string) => Promise<OwnDraft>;
  save: (body: SaveOwnDraft) => Promise<OwnDraftHead>;
  drop: (id: string, version: string) => Promise<unknown>;
  online: () => boolean;
  /** an author has two versions, or one again */
  offer: (place: string) => void;
  /** what was written here was sent or deleted on another device, and somebody types here */
  gone: () => void;
  /** the server keeps no more: why, in words */
  refused: (why: string) => void;
}

/** Of a draft as the server had it last: which, and what it said, by a print of it. */
interface Known {
  id: string;
  version: string;
  print: string;
}

/** A company's draft is with the server already, and has versions of its own. */
const isTheirs = (place: string): boolean => place === 'updates/draft';

/** As it is sent: the same words are the same text, however they came about. */
function sent(draft: Draft): SaveOwnDraft['draft'] {
  const fields = Object.entries(draft.fields ?? {}).filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    text: draft.text,
    ...(draft.subject ? { subject: draft.subject } : {}),
    ...(draft.audience === undefined ? {} : { audience: draft.audience }),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])) } : {}),
    ...(draft.files?.length ? { files: draft.files.map(({ id, name, size }) => ({ id, name, size })) } : {}),
    ...(draft.answers ? { answers: { id: draft.answers.id, seat: draft.answers.seat } } : {}),
  };
}

/** 64 bits of it: that it is another text is seen, and it takes no room. */
function printOf(draft: Draft): string {
  const text = JSON.stringify(sent(draft));
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    a = Math.imul(a ^ letter, 2654435761);
    b = Math.imul(b ^ letter, 1597334677);
  }
  return `${text.length}.${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

/** A form that is open and says nothing yet is no draft. */
const says = (draft: Draft | undefined): draft is Draft => draft !== undefined && Boolean(draft.text || draft.subject || draft.files?.length);

export class SameDrafts implements Beside {
  /** what another device has, where this one has something else */
  readonly others = new Map<string, OwnDraft>();
  #open = true;
  /** ids of drafts that are gone: what is still told of them is not asked for */
  #over = new Set<string>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #since = new Map<string, number>();
  /** one request at a time: what is asked later knows what came of it */
  #turn: Promise<void> = Promise.resolve();

  constructor(private readonly seat: string, private readonly drafts: Drafts, private readonly storage: Storage, private readonly ways: DraftWays) {}

  changed(seat: string, place: string, gone: boolean): void {
    if (seat === this.seat && !isTheirs(place)) this.#soon(place, gone ? 0 : PAUSE_MS);
  }

  followed(seat: string, place: string): void {
    if (seat === this.seat && this.others.has(place)) this.ways.offer(place);
  }

  close(): void {
    this.#open = false;
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }

  /** Sends what waits at once: the page may be gone in a moment. */
  hurry(): void {
    for (const place of [...this.#timers.keys()]) this.#soon(place, 0);
  }

  /** All that was begun, here and elsewhere. Call whenever there may have been no line. */
  meetAll(): Promise<void> {
    return this.#next(async () => {
      const { items } = await this.ways.list();
      for (const head of items) await this.#meet(head);
      const there = new Set(items.map((head) => head.place));
      for (const place of this.#known()) if (!there.has(place)) this.#ended(place);
      for (const place of this.#begun(keyOf(this.seat, ''))) if (!there.has(place) && !isTheirs(place)) await this.#settle(place);
    });
  }

  /** Another device of this seat, another tab, or this one has changed a draft; `version` is empty if it is gone. */
  told({ id, version }: { id: string; version: string }): void {
    if (version === '') this.#over.add(id);
    else this.#over.delete(id);
    setTimeout(() => void this.#next(async () => {
      if (version !== '' && this.#over.has(id)) return;
      const place = this.#known().find((one) => this.#of(one)?.id === id);
      this.drafts.seen?.();
      if (place !== undefined && this.#of(place)?.version === version) return;
      if (version !== '') await this.#take(await this.ways.get(id));
      else if (place !== undefined) this.#ended(place);
    }), OTHER_TAB_MS);
  }

  /** The author says which of two stands: what is here, what is there, or both. */
  choose(place: string, which: 'mine' | 'theirs' | 'both'): void {
    const other = this.others.get(place);
    if (!other) return;
    this.others.delete(place);
    this.#keep(place, other);
    const mine = this.drafts.read(this.seat, place);
    if (which === 'theirs' || mine === undefined) this.#put(place, other.draft, true);
    if (which === 'both' && mine) this.#put(place, both(mine, other.draft), true);
    this.ways.offer(place);
    this.#soon(place, 0);
  }

  #soon(place: string, ms: number): void {
    if (!this.#open) return;
    const since = this.#since.get(place) ?? Date.now();
    this.#since.set(place, since);
    clearTimeout(this.#timers.get(place));
    this.#timers.set(place, setTimeout(() => {
      this.#timers.delete(place);
      this.#since.delete(place);
      void this.#next(() => this.#settle(place)).catch(() => this.ways.online() && this.#soon(place, LATER_MS)); // with the line all is met again
    }, Math.max(0, Math.min(ms, since + LONGEST_MS - Date.now()))));
  }

  #next(act: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(() => (this.#open ? act() : undefined));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #settle(place: string): Promise<void> {
    if (this.others.has(place)) return;
    const draft = this.drafts.read(this.seat, place);
    const known = this.#of(place);
    if (says(draft)) {
      const print = printOf(draft);
      if (known?.print === print) return;
      await this.#asked(place, async () => {
        const { id, version } = await this.ways.save({ place, draft: sent(draft), ...(known ? { version: known.version } : {}) });
        this.#write(place, { id, version, print });
      });
    } else if (known) {
      await this.#asked(place, async () => {
        await this.ways.drop(known.id, known.version);
        this.#over.add(known.id);
        this.#forget(place);
      });
    }
  }

  async #asked(place: string, ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof Refusal) || error.passing) throw error;
      const standing = error.standing as unknown as OwnDraft | undefined;
      if (standing?.version !== undefined) return this.#take(standing);
      if (error.status !== 404 && error.status !== 403 && error.status !== 401) this.ways.refused(error.message);
    }
  }

  async #meet(head: OwnDraftHead): Promise<void> {
    if (this.#of(head.place)?.version === head.version) await this.#settle(head.place);
    else await this.#take(await this.ways.get(head.id));
  }

  /** The server has something that this browser does not know of. */
  async #take(there: OwnDraft): Promise<void> {
    const { place } = there;
    const here = this.drafts.read(this.seat, place);
    const known = this.#of(place);
    if (known?.version === there.version) return this.#settle(place); // another tab of this browser wrote it
    const print = printOf(there.draft);
    const untouched = !says(here) || printOf(here) === known?.print;
    if (says(here) && printOf(here) === print) this.#write(place, { id: there.id, version: there.version, print });
    else if (untouched && this.#put(place, there.draft)) this.#write(place, { id: there.id, version: there.version, print });
    else {
      this.others.set(place, there);
      this.ways.offer(place);
      return;
    }
    if (this.others.delete(place)) this.ways.offer(place);
  }

  /** Sent or deleted on another device, or too old. What was typed here since stays, as a draft of its own. */
  #ended(place: string): void {
    const here = this.drafts.read(this.seat, place);
    const untouched = says(here) && printOf(here) === this.#of(place)?.print;
    this.#forget(place);
    if (this.others.delete(place)) this.ways.offer(place);
    if (untouched && !this.#put(place, undefined)) this.ways.gone();
    else if (!untouched) this.#soon(place, PAUSE_MS);
  }

  #keyOf(place: string): string {
    return `caucus.synced.${this.seat}.${place}`;
  }
  #of(place: string): Known | undefined {
    const kept = this.storage.getItem(this.#keyOf(place));
    return kept === null ? undefined : (JSON.parse(kept) as Known);
  }
  #write(place: string, known: Known): void {
    stored(this.storage, this.#keyOf(place), JSON.stringify(known));
  }
  #keep(place: string, of: OwnDraft): void {
    this.#write(place, { id: of.id, version: of.version, print: printOf(of.draft) });
  }
  #forget(place: string): void {
    this.storage.removeItem(this.#keyOf(place));
  }
  #known(): string[] {
    return this.#begun(this.#keyOf(''));
  }
  #begun(before: string): string[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '').filter((key) => key.startsWith(before)).map((key) => key.slice(before.length));
  }

  /** Where it is on screen. */
  forms(place: string): Follower[] {
    return [...this.drafts.followers].filter(([, key]) => key === keyOf(this.seat, place)).map(([by]) => by);
  }

  /** What another device wrote, or its end; false if somebody types here, and nothing was done. */
  #put(place: string, draft: Draft | undefined, asked = false): boolean {
    if (!this.forms(place).every((one) => one.act(draft, asked))) return false;
    if (draft) stored(this.storage, keyOf(this.seat, place), JSON.stringify(draft));
    else this.storage.removeItem(keyOf(this.seat, place));
    this.drafts.seen?.();
    return true;
  }
}

/** One after the other; words that were meant for others are for nobody until their author says for whom. */
function both(mine: Draft, theirs: Draft): Draft {
  const subjects = mine.subject && theirs.subject && mine.subject !== theirs.subject ? [theirs.subject] : [];
  const files = [...(mine.files ?? []), ...(theirs.files ?? []).filter((one) => one.id === '' || !mine.files?.some((file) => file.id === one.id))];
  return {
    ...mine,
    text: [mine.text, ...subjects, theirs.text].filter(Boolean).join('\n\n'),
    subject: mine.subject || theirs.subject,
    audience: mine.audience === theirs.audience ? mine.audience : '',
    files,
  };
}
