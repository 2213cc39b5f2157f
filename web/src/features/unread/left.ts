// What is unread, as the server told it and as frames and the reader's own marks change it until it is asked again. Pure.
import type { Frame, Ref, UnreadConversation, UnreadPage } from '../../api/types';

export type Post = Pick<Ref, 'id'> & { kind: Ref['kind'] };
/** A mark that the server may not know of yet: read up to this post; `rest` is what is unread after it. */
export interface Mark { post: Post; rest: Post[] }

export const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`;

/** What the reader has read is gone at once, or less of it is left. */
export function without(page: UnreadPage, marks: ReadonlyMap<string, Mark>): UnreadPage {
  const items = page.items.flatMap((item): UnreadConversation[] => {
    const mark = marks.get(keyOf(item));
    if (!mark) return [item];
    const [first] = mark.rest;
    const last = mark.rest.at(-1);
    return first && last ? [{ ...item, first: first as Ref, last: last as Ref, unread: mark.rest.length }] : [];
  });
  return { ...page, items };
}

/**
 * After what a frame tells: one more where something was unread already. Where nothing was, only the server knows what
 * it is called, and whether its reader wants to hear of it: then it is to be asked. `knew`: the marks learn of it, too.
 */
export function after(page: UnreadPage, frame: Frame, me: string, marks: Map<string, Mark>): { page: UnreadPage; ask: boolean } {
  let ask = false;
  let items = page.items;
  for (const act of frame.happened) {
    if (act.seat === me || act.verb !== 'entry.posted' || !act.under) {
      ask ||= act.seat !== me && /\.(opened|posted|planned|released|widened|narrowed)$/.test(act.verb) && act.verb !== 'entry.posted';
      continue;
    }
    const key = keyOf(act.under);
    const mark = marks.get(key);
    if (mark) mark.rest = [...mark.rest, act.ref];
    if (items.some((item) => keyOf(item) === key)) items = items.map((item) => (keyOf(item) === key ? { ...item, unread: item.unread + 1, last: act.ref } : item));
    else ask = true;
  }
  return { page: { ...page, items, position: frame.position }, ask };
}

/** All, by kind, by place, and by conversation. Beyond what a page holds the server's own numbers count. */
export function counts(whole: UnreadPage, page: UnreadPage): Map<string, number> {
  const n = new Map<string, number>();
  const add = (key: string, by: number): void => void n.set(key, (n.get(key) ?? 0) + by);
  for (const { kind, place, unread } of whole.places) for (const key of ['', kind, `${kind}>${place}`]) add(key, unread);
  for (const { kind, place, unread } of whole.items) for (const key of ['', kind, `${kind}>${place}`]) add(key, -unread);
  for (const item of page.items) for (const key of ['', item.kind, `${item.kind}>${item.place}`, keyOf(item)]) add(key, item.unread);
  return n;
}

/** Where to go from here: the next one after it, and from the last to the first; itself if it is the only one. */
export function nextOf<A extends { kind: string; id: string }>(items: readonly A[], here?: string): A | undefined {
  const at = items.findIndex((item) => keyOf(item) === here);
  return items[(at + 1) % Math.max(1, items.length)];
}
