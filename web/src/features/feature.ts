// What the rest of the browser may ask of one feature. Each folder here says it once, in its `index.ts`; the router, the
// rail, the palette, the store, the activity and search are made from the list of them (`index.ts` beside this file).
import type { api } from '../api/api';
import type { Puts, Ref, SearchHit, Update } from '../api/types';
import type { Load } from '../shell/router/code';
import type { IconName } from '../ui/Icon.svelte';

/** The lists of things in a frame, by which the store holds them. */
export type Held = keyof Puts;
export type Thing<K extends Held> = NonNullable<Puts[K]>[number];

/** One page: its address, where `:name` stands for a part, and the component that opens there. */
export interface Page {
  path: string;
  view: Load;
  /** the place of the rail that it belongs to, if that is another feature's */
  place?: string;
  /** what it shows all of, so that opening it counts as having read what the bell says of that */
  shows?: Ref['kind'];
  /** pages of the same name are one: the list stays on screen while a thing opens and closes beside it */
  stays?: string;
}

/** What names and colours the choices of the palette; answered by what this browser holds. */
export interface Names {
  words: (kind: Ref['kind'], id: string) => string;
  organisation: (slug: string) => string;
}

/** A choice of the palette that leads to a thing. */
interface Choice {
  title: string;
  href: string;
  /** where it stands, in a few words */
  place: string;
  label?: string;
  /** later is offered first among equals; ISO 8601 */
  at?: string;
}

/** A row of a list in which things of many kinds stand. */
export interface Row {
  /** unique among all rows: a thing stands once, whatever lists name it */
  key: string;
  title: string;
  href: string;
  /** who asked, and when */
  note?: string;
  /** the day by which it is due; ISO 8601 */
  due?: string;
  /** when it begins; ISO 8601 */
  starts?: string;
  /** takes it off the list; `label` says it with what it is of */
  dismiss?: { word: string; label: string; act: () => Promise<unknown> };
}

/** What is marked at a search hit; `careful`: it is no longer what it was. */
interface Mark { words: string; careful?: boolean }

/** One kind of thing that a feature has. */
export interface Kind<X> {
  /** by what it is held; unique among its like */
  key: (x: X) => string;
  /** how the log, the API and links call it; what has none is no thing of the log */
  kind?: Ref['kind'];
  icon?: IconName;
  /** its page */
  route?: (workspace: string, id: string) => string;
  /** its name */
  words?: (x: X) => string;
  /** what stands for its name where that is not known */
  noun?: () => string;
  /** what was said in it */
  text?: (x: X) => string | undefined;
  /** the terms without which it is nowhere named */
  terms?: (x: X) => Update['attribution'];
  audience?: (x: X) => string;
  /** that whose audience bounds its own */
  within?: (x: X) => Ref;
  /** with which of these it leaves the screen */
  hangsOn?: (x: X) => Ref[];
  /** its audience may change while nobody tells */
  doubtful?: boolean;
  /** it can be linked to from other things, by the address of its page */
  linked?: boolean;
  palette?: (x: X, workspace: string, names: Names) => Choice;
  /** its row on the first page, and wherever else things of many kinds stand */
  row?: (x: X, workspace: string) => Row;
  /** the part of its page in which something was found, and what is marked there */
  found?: (hit: SearchHit) => { part?: string; marks?: Mark[] };
}

/** The reader, and what this browser holds for them. */
export interface Me {
  w: string;
  seat: string;
  organisation: string;
  convenor: boolean;
  liaison: boolean;
  mayWrite: boolean;
  at: Date;
  all: <K extends Held>(held: K) => Thing<K>[];
  nameOf: (seat: string) => string;
}

/** What waits for the reader: a line about so many that leads to their page, or rows under a heading. */
export type Waits = { line: string; n: number; href: string } | { heading: string; rows: Row[] };

/** What a feature may have read into the store to find what waits for the reader; see `stream/read.ts`. */
export interface Reads {
  actions(w: string): Promise<void>;
  holds(w: string): Promise<void>;
  polls(w: string): Promise<void>;
  waiting(w: string, tracker: string, me: string): Promise<void>;
}

/** How a feature finds what of its own waits for the reader. */
interface Waiting<A> {
  /** what the server has to be asked for */
  ask?: (me: Me, server: { api: typeof api; read: Reads }) => Promise<A>;
  /** what it names is asked again after each change of what the stream tells of it */
  after?: 'drafting' | 'asking';
  /** `asked` is undefined until the server answered */
  show: (me: Me, asked: A | undefined) => Waits[];
}

/** What is begun from anywhere: its page opens with the form. */
interface Begun { key: string; title: string; place: string; href: string }

export interface AnyWaiting extends Omit<Waiting<unknown>, 'show'> { show: (me: Me, asked: never) => Waits[] }
export const waiting = <A>(one: Waiting<A>): AnyWaiting => one as AnyWaiting;

export interface Feature<P extends Record<string, Page>, T> {
  pages: P;
  /** the addresses of its pages */
  to: T;
  /** its place in the rail and in the bar of a phone, in the order of the features */
  place?: { name: keyof P & string; icon: IconName; words: () => string; /** under which what is unread in it is counted, if that is a part of a kind */ unread?: string };
  /** the choice of the activity under which its things are found; features may share one */
  group?: { name: string; words: () => string };
  /** what waits for the reader on the first page */
  waits?: AnyWaiting[];
  kinds?: { [K in Held]?: Kind<Thing<K>> };
  /** `may`: what the reader may begin */
  begin?: (workspace: string, may: { trackers: Thing<'trackers'>[]; liaison: boolean }) => Begun[];
}

/** A feature among all, whatever its pages are. */
export interface AnyFeature extends Omit<Feature<Record<string, Page>, unknown>, 'place'> {
  place?: { name: string; icon: IconName; words: () => string; unread?: string };
}

export const feature = <P extends Record<string, Page>, T>(one: Feature<P, T>): Feature<P, T> => one;
