// What this browser holds of the workspace: keyed maps of things, each exactly as the server last showed it.
// A frame of the stream is *put* over the maps; a fresh read is *loaded* into them. The rule that makes this safe:
// what a frame put while a read was under way is newer than the read (or the stream will bring newer still), so the
// read does not overwrite it. Hence old view + frames == fresh view (see store.test.ts).
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ActivityItem, Frame, Happened, Ref, Workspace } from '../api/types';
import type { Held, Thing } from '../features/feature';
import { kindOf, KINDS, type AnyKind } from '../features/index';
import { same } from './same';

const HELD = Object.keys(KINDS) as Held[];
const keyOf = (held: Held, thing: unknown): string => KINDS[held].key(thing);
/** What has an audience that may have changed while nobody told. */
const DOUBTFUL = HELD.filter((held) => KINDS[held].doubtful);
/** What can be narrowed away from a reader: what has an audience. */
const NARROWED = new Set(Object.values(KINDS).filter((one) => one.audience).map((one) => one.kind));
const MOST_HAPPENED_KEPT = 500;

type Maps = { [K in Held]: SvelteMap<string, Thing<K>> };
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
  readonly maps = Object.fromEntries(HELD.map((kind) => [kind, new SvelteMap()])) as unknown as Maps;
  head = $state.raw<Head>();
  /** what happened while this tab was open, newest first */
  happened = $state.raw<Act[]>([]);
  /** what was read of the workspace and is no thing of it, by what it was asked for: shown at once when it is asked for again */
  remembered = new Map<string, unknown>();
  /** the trackers of which every issue is held, and by which reading: what becomes of them comes with the stream */
  whole = new Map<string, string>();
  #turns = Object.fromEntries(HELD.map((kind) => [kind, new Turn()])) as Record<Held, Turn>;
  #tick = 0;
  /** from when on it is of this workspace and seat: what was asked for before is of no concern here */
  #since = 0;
  #touched = new Map<string, number>();
  /** what was held when it was last unknown what became of things, and was not seen since */
  #doubted = new Map<string, [Held, string]>();

  all<K extends Held>(kind: K): Thing<K>[] {
    void this.#turns[kind].n;
    return [...(Map.prototype.values.call(this.maps[kind]) as MapIterator<Thing<K>>)];
  }

  get<K extends Held>(kind: K, key: string | undefined): Thing<K> | undefined {
    return key === undefined ? undefined : (this.maps[kind].get(key) as Thing<K> | undefined);
  }

  /** Whether anything of this id is held. */
  holds(id: string): boolean {
    return HELD.some((kind) => this.maps[kind].has(id));
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
  load<K extends Held>(kind: K, things: Thing<K>[], mark: number, within?: (thing: Thing<K>) => boolean): void {
    if (mark < this.#since) return;
    const map = this.maps[kind] as SvelteMap<string, Thing<K>>;
    const fresh = (key: string): boolean => (this.#touched.get(`${kind} ${key}`) ?? 0) <= mark;
    const read = new Set<string>();
    let changed = false;
    for (const thing of things) {
      const key = keyOf(kind, thing);
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
    for (const kind of HELD) for (const thing of frame.put[kind] ?? []) this.#put(kind, thing as Thing<Held>);
    for (const act of frame.happened) if (act.verb.startsWith('view.')) this.#viewsOf(act.ref.id, frame);
    for (const act of frame.happened) if (act.ref.kind === 'invitation') this.#invitationOver(act.ref.id, frame);
    for (const { verb, at } of frame.happened) if (this.head && verb.startsWith('workspace.')) this.head = { ...this.head, archived: verb === 'workspace.closed' ? at : verb === 'workspace.reopened' ? undefined : this.head.archived };
    const known = new Set(this.happened.map((act) => act.key));
    const act = this.#act(frame.happened);
    if (act && !known.has(act.key)) this.happened = [act, ...this.happened].slice(0, MOST_HAPPENED_KEPT);
  }

  /** Takes off the screen at once what was narrowed and is no longer this seat's to read, with all that hangs on it. */
  drop(gone: Ref[]): void {
    this.#tick++;
    this.forget();
    const is = (ref: Ref | undefined): boolean => gone.some((one) => one.kind === ref?.kind && one.id === ref?.id);
    for (const held of HELD) {
      const { key, hangsOn } = KINDS[held];
      if (hangsOn) for (const x of this.all(held)) if (hangsOn(x).some(is)) this.#drop(held, key(x));
    }
    for (const { kind, id } of gone) if (NARROWED.has(kind)) this.#drop((kindOf(kind) as AnyKind).held, id);
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
  #drop(kind: Held, key: string): void {
    this.maps[kind].delete(key);
    this.#touched.set(`${kind} ${key}`, this.#tick);
    this.#turn(kind);
  }

  clear(): void {
    for (const kind of HELD) {
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

  #turn(kind: Held): void {
    untrack(() => this.#turns[kind].n++);
  }

  #put(kind: Held, thing: Thing<Held>): void {
    const key = keyOf(kind, thing);
    (this.maps[kind] as SvelteMap<string, Thing<Held>>).set(key, thing);
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

  /** A thing of the log, as it is held here. */
  thing(ref: Ref | undefined): unknown {
    const kind = kindOf(ref?.kind);
    return kind && this.get(kind.held, ref?.id);
  }

  /** Who may read a thing, as far as it is held here. */
  audienceOf(ref: Ref | undefined): string | undefined {
    const thing = this.thing(ref);
    return thing === undefined ? undefined : kindOf(ref?.kind)?.audience?.(thing);
  }

  #said(ref: Ref): string | undefined {
    const thing = this.thing(ref);
    return thing === undefined ? undefined : kindOf(ref.kind)?.text?.(thing);
  }

  /** What has terms is nowhere named without them, nor is what hangs on it. */
  #terms(ref: Ref, under?: Ref): Act['attribution'] {
    const of = [ref, under].find((one) => kindOf(one?.kind)?.terms);
    const thing = this.thing(of);
    return thing === undefined ? undefined : kindOf(of?.kind)?.terms?.(thing);
  }

  /** The words for a thing, as far as they are held here. */
  title(ref: Ref, under?: Ref): string {
    if (ref.kind === 'workspace') return this.head?.name ?? '';
    const words = kindOf(ref.kind)?.words;
    if (!words) return under ? this.title(under) : '';
    const thing = this.thing(ref);
    return thing === undefined ? '' : words(thing);
  }
}

export const store = new Store();
