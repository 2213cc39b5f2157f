// A form with changes that nobody saved asks before its reader goes elsewhere, by a link or by closing the page. What
// was typed is kept as long as this page is loaded, whatever way somebody left.
import { here } from '../shell/router/here.svelte';
import { asking } from '../stream/asking.svelte';

const kept = new Map<string, unknown>();

export interface Question { title: string; help: string; yes: string }

/** What was typed at this place and not saved; it is handed back once. */
export function takeBack<T>(place: string): T | undefined {
  const typed = kept.get(place) as T | undefined;
  kept.delete(place);
  return typed;
}

/** Call while a component is being set up. `typed`: what is not saved; undefined if all is. */
export function unsaved<T>(place: string, typed: () => T | undefined, question: Question): void {
  const close = (event: BeforeUnloadEvent): void => event.preventDefault();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    event.stopPropagation();
    void asking.ask(question).then((yes) => {
      if (!yes) return;
      kept.delete(place);
      given = true;
      here.go(link.pathname + link.search + link.hash);
    });
  };
  let given = false;
  let last: T | undefined;
  $effect(() => {
    last = typed();
    if (last === undefined) return;
    addEventListener('beforeunload', close);
    document.addEventListener('click', follow, true);
    return () => {
      removeEventListener('beforeunload', close);
      document.removeEventListener('click', follow, true);
    };
  });
  $effect(() => () => {
    if (last !== undefined && !given) kept.set(place, last);
  });
}
