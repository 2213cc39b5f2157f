// What this browser holds of the workspace: keyed maps of things, each exactly as the server last showed it.
// A frame of the stream is *put* over the maps; a fresh read is *loaded* into them. The rule that makes this safe:
// what a frame put while a read was under way is newer than the read (or the stream will bring newer still), so the
// read does not overwrite it. Hence old view + frames == fresh view (see store.test.ts).
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ActivityItem, Frame, Happened, Puts, Ref, Workspace } from '../api/types';
import { same } from './same';

export type Kind = keyof Puts;
export type Thing<K extends Kind> = NonNullable<Puts[K]>[number];
type Keyed = { [K in Kind]: (thing: Thing<K>) => string };

const KEY: Keyed = {
  lists: (x) => x.slug, said: (x) => x.list, threads: (x) => x.id, entries: (x) => x.id, holds: (x) => x.id, trackers: (x) => x.key,
  issues: (x) => x.id, views: (x) => x.id, updates: (x) => x.id, companies: (x) => x.company, actions: (x) => x.id,
  organisations: (x) => x.slug, seats: (x) => x.id, invitations: (x) => x.id,
};
const KINDS = Object.keys(KEY) as Kind[];
/** Under which kind the things that can be narrowed are held. */
const HELD = { list: 'lists', thread: 'threads', tracker: 'trackers', issue: 'issues', update: 'updates', action: 'actions' } as const;
/** What has an audience that may have changed while nobody told. */
const DOUBTFUL: Kind[] = ['threads', 'entries', 'issues', 'updates', 'actions'];
const MOST_HAPPENED_KEPT = 500;

type Maps = { [K in Kind]: SvelteMap<string, Thing<K>> };
export type Head = Omit<Workspace, 'organisations' | 'seats' | 'lists' | 'said' | 'trackers' | 'views'>;
/** An act as the activity view shows it, with a key that is the same whether it came by frame or by reading. */
export type Act = Omit<ActivityItem, 'id'> & { key: string };

/** Grows whenever something of a kind is other than before. */
class Turn { n = $state(0); }

// What a map holds, without depending on each of thousands of things: a reader that goes through all depends on the turn alone.
const heldIn = <T>(map: SvelteMap<string, T>): MapIterator<[string, T]> => Map.prototype.entries.call(map) as MapIterator<[string, T]>;
const heldAt = <T>(map: SvelteMap<string, T>, key: string): T | undefined => Map.prototype.get.call(map, key) as T | undefined;

export const actKey = (x: { at: string; verb: string; ref: Ref }): string => `${x.at} ${x.verb} ${x.ref.kind}:${x.ref.id}`;

export class Store {
  readonly maps = Object.fromEntries(KINDS.map((kind) => [kind, new SvelteMap()])) as unknown as Maps;
  head = $state.raw<Head>();
  /** what happened while this tab was open, newest first */
  happened = $state.raw<Act[]>([]);
  /** what was read of the workspace and is no thing of it, by what it was asked for: shown at once when it is asked for again */
  remembered = new Map<string, unknown>();
  /** the trackers of which every issue is held, and by which reading: what becomes of them comes with the stream */
  whole = new Map<string, string>();
  #turns = Object.fromEntries(KINDS.map((kind) => [kind, new Turn()])) as Record<Kind, Turn>;
  #tick = 0;
  /** from when on it is of this workspace and seat: what was asked for before is of no concern here */
  #since = 0;
  #touched = new Map<string, number>();
  /** what was held when it was last unknown what became of things, and was not seen since */
  #doubted = new Map<string, [Kind, string]>();

  all<K extends Kind>(kind: K): Thing<K>[] {
    void this.#turns[kind].n;
    return [...(Map.prototype.values.call(this.maps[kind]) as MapIterator<Thing<K>>)];
  }

  get<K extends Kind>(kind: K, key: string | undefined): Thing<K> | undefined {
    return key === undefined ? undefined : (this.maps[kind].get(key) as Thing<K> | undefined);
  }

  /** Whether anything of this id is held. */
  holds(id: string): boolean {
    return KINDS.some((kind) => this.maps[kind].has(id));
  }

  /** By its id, or by its label as people write it. Only for a label are all issues gone through. */
  issue(name: string | undefined): Thing<'issues'> | undefined {
    return this.get('issues', name) ?? (name === undefined ? undefined : this.all('issues').find((one) => one.label === name));
  }

  /** Taken before a read starts; given back to `load` with what was read. */
  mark(): number {
    return this.#tick;
  }

  /**
   * Takes in a fresh read. With `within`, the read is complete for the things that it holds for: those that the read
   * no longer shows are gone from here too (ended access, revoked invitation). What is the same as before stays the
   * thing that it was: nothing that shows it looks at it again.
   */
  load<K extends Kind>(kind: K, things: Thing<K>[], mark: number, within?: (thing: Thing<K>) => boolean): void {
    if (mark < this.#since) return;
    const map = this.maps[kind] as SvelteMap<string, Thing<K>>;
    const fresh = (key: string): boolean => (this.#touched.get(`${kind} ${key}`) ?? 0) <= mark;
    const read = new Set<string>();
    let changed = false;
    for (const thing of things) {
      const key = KEY[kind](thing as never);
      read.add(key);
      this.#doubted.delete(`${kind} ${key}`);
      if (fresh(key) && !same(heldAt(map, key), thing)) changed = Boolean(map.set(key, thing));
    }
    if (within) for (const [key, thing] of [...heldIn(map)]) if (!read.has(key) && fresh(key) && within(thing)) changed = map.delete(key);
    if (changed) this.#turn(kind);
  }

  /** The workspace itself: everything it names is complete. */
  loadWorkspace(workspace: Workspace, mark: number): void {
    const { organisations, seats, lists, said, trackers, views, ...head } = workspace;
    const all = (): boolean => true;
    this.head = head;
    this.load('organisations', organisations, mark, all);
    this.load('seats', seats, mark, all);
    this.load('lists', lists, mark, all);
    this.load('said', said, mark, all);
    this.load('trackers', trackers, mark, all);
    this.load('views', views, mark, all);
  }

  /** Puts a frame over what is held and remembers what happened. Putting the same frame twice changes nothing. */
  apply(frame: Frame): void {
    this.#tick++;
    for (const kind of KINDS) for (const thing of frame.put[kind] ?? []) this.#put(kind, thing as Thing<Kind>);
    for (const act of frame.happened) if (act.verb.startsWith('view.')) this.#viewsOf(act.ref.id, frame);
    for (const act of frame.happened) if (act.ref.kind === 'invitation') this.#invitationOver(act.ref.id, frame);
    const known = new Set(this.happened.map((act) => act.key));
    const act = this.#act(frame.happened);
    if (act && !known.has(act.key)) this.happened = [act, ...this.happened].slice(0, MOST_HAPPENED_KEPT);
  }

  /** Takes off the screen at once what was narrowed and is no longer this seat's to read, with all that hangs on it. */
  drop(gone: Ref[]): void {
    this.#tick++;
    this.forget();
    const is = (ref: Ref | undefined): boolean => gone.some((one) => one.kind === ref?.kind && one.id === ref?.id);
    for (const entry of this.all('entries')) if (is(entry.parent) || is({ kind: 'entry', id: entry.id })) this.#drop('entries', entry.id);
    for (const thread of this.all('threads')) if (is({ kind: 'list', id: thread.list })) this.#drop('threads', thread.id);
    for (const said of this.all('said')) if (is({ kind: 'list', id: said.list }) || is({ kind: 'thread', id: said.thread })) this.#drop('said', said.list);
    for (const issue of this.all('issues')) if (is({ kind: 'tracker', id: issue.tracker })) this.#drop('issues', issue.id);
    for (const view of this.all('views')) if (is({ kind: 'tracker', id: view.tracker })) this.#drop('views', view.id);
    for (const { kind, id } of gone) if (kind in HELD) this.#drop(HELD[kind as keyof typeof HELD], id);
    this.happened = this.happened.filter((act) => !is(act.ref) && !is(act.under));
  }

  /**
   * Nobody told what became of things for a while: what is held may be this reader's no more. It stays on screen until
   * what is there has been read again (`settle`); reads that were begun before show what was true then.
   */
  doubt(): void {
    this.happened = [];
    this.#since = ++this.#tick;
    for (const kind of DOUBTFUL) for (const [key] of heldIn(this.maps[kind] as SvelteMap<string, unknown>)) this.#doubted.set(`${kind} ${key}`, [kind, key]);
  }

  /** All that is on screen has been read again: what was not among it, and came by no frame, is not held any more. */
  settle(): void {
    for (const [kind, key] of this.#doubted.values()) if (this.maps[kind].delete(key)) this.#turn(kind);
    this.#doubted.clear();
  }

  /** A read that is under way was begun before, and must not bring it back. */
  #drop(kind: Kind, key: string): void {
    this.maps[kind].delete(key);
    this.#touched.set(`${kind} ${key}`, this.#tick);
    this.#turn(kind);
  }

  clear(): void {
    for (const kind of KINDS) {
      this.maps[kind].clear();
      this.#turn(kind);
    }
    this.head = undefined;
    this.happened = [];
    this.forget();
    this.whole = new Map();
    this.#touched.clear();
    this.#doubted.clear();
    this.#since = ++this.#tick;
  }

  /** What is remembered is to be read anew; a read that is under way is remembered no more. */
  forget(): void {
    this.remembered = new Map();
  }

  #turn(kind: Kind): void {
    untrack(() => this.#turns[kind].n++);
  }

  #put(kind: Kind, thing: Thing<Kind>): void {
    const key = KEY[kind](thing as never);
    (this.maps[kind] as SvelteMap<string, Thing<Kind>>).set(key, thing);
    this.#doubted.delete(`${kind} ${key}`);
    this.#touched.set(`${kind} ${key}`, this.#tick);
    this.#turn(kind);
  }

  /** An invitation that a frame speaks of without showing it is no longer open (taken or revoked). */
  #invitationOver(id: string, frame: Frame): void {
    if (!frame.put.invitations?.some((invitation) => invitation.id === id) && this.maps.invitations.delete(id)) this.#turn('invitations');
  }

  /** A frame that says something of a tracker's views shows all of them that are left. */
  #viewsOf(tracker: string, frame: Frame): void {
    for (const view of this.all('views')) if (view.tracker === tracker && !frame.put.views?.some((one) => one.id === view.id)) this.#drop('views', view.id);
  }

  /** One frame is one act, called by the first of what happened, as the server calls it; with what was said in it. */
  #act(happened: Happened[]): Act | undefined {
    const [act] = happened;
    return act && { ...act, key: actKey(act), title: this.title(act.ref, act.under), attribution: this.#terms(act.ref, act.under), excerpt: happened.map((one) => this.#said(one.ref)).find(Boolean) };
  }

  #said(ref: Ref): string | undefined {
    if (ref.kind === 'entry') return this.get('entries', ref.id)?.text;
    return ref.kind === 'update' ? this.get('updates', ref.id)?.body : undefined;
  }

  /** An update is nowhere named without its terms, nor is what hangs on it. */
  #terms(ref: Ref, under?: Ref): Act['attribution'] {
    const of = [ref, under].find((one) => one?.kind === 'update');
    return this.get('updates', of?.id)?.attribution;
  }

  /** The words for a thing, as far as they are held here. */
  title(ref: Ref, under?: Ref): string {
    const issue = ref.kind === 'issue' ? this.get('issues', ref.id) : undefined;
    if (issue) return `${issue.label} ${issue.title}`;
    switch (ref.kind) {
      case 'thread': return this.get('threads', ref.id)?.subject ?? '';
      case 'update': return this.get('updates', ref.id)?.title ?? '';
      case 'action': return this.get('actions', ref.id)?.title ?? '';
      case 'list': return this.get('lists', ref.id)?.name ?? '';
      case 'tracker': return this.get('trackers', ref.id)?.name ?? '';
      case 'seat': return this.get('seats', ref.id)?.name ?? '';
      case 'organisation': return this.get('organisations', ref.id)?.name ?? '';
      case 'hold': return this.get('holds', ref.id)?.subject ?? '';
      case 'invitation': return this.get('invitations', ref.id)?.address ?? '';
      case 'workspace': return this.head?.name ?? '';
      default: return under ? this.title(under) : '';
    }
  }
}

export const store = new Store();
