// Where the reader is. One document-wide click listener turns plain links into history entries, so links stay links.
import { signIn } from '../../api/signIn';
import { match, type Route } from './router';

class Here {
  route = $state.raw<Route>({ name: 'home', params: {} });
  query = $state.raw(new URLSearchParams());
  path = $state('/');
  /** what stands after `#`: no server is ever told of it */
  hash = $state('');
  /** false on the page that was loaded, until the reader goes somewhere */
  moved = false;
  /** grows with every step */
  steps = 0;

  start(): void {
    history.replaceState(signIn.person, '', this.#isOthers() ? '/' : undefined);
    this.#read();
    addEventListener('popstate', () => {
      this.moved = true;
      this.steps++;
      this.#read();
    });
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** Goes to an address of this site. `stay`: most of what is on screen stays, so the reader is not taken to its top. */
  go(href: string, { replace = false, stay = replace }: { replace?: boolean; stay?: boolean } = {}): void {
    this.moved = true;
    this.steps++;
    history[replace ? 'replaceState' : 'pushState'](signIn.person, '', href);
    this.#read();
    if (!stay) scrollTo(0, 0);
  }

  /** An address with the query of this page kept: the filters of a list go along with what is opened from it. */
  withQuery(path: string): string {
    return this.query.size > 0 ? `${path}?${this.query}` : path;
  }

  /** One goes back to where somebody else was in this tab: what they looked for, and had open, is theirs. */
  #isOthers(): boolean {
    const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const of: unknown = history.state;
    return how?.type === 'back_forward' && typeof of === 'string' && of !== '' && of !== signIn.person;
  }

  #read(): void {
    const found = match(location.pathname);
    if (location.pathname !== this.path || found.name !== this.route.name) this.route = found;
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
    this.hash = location.hash;
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash, { stay: link.hasAttribute('data-stay') });
  }
}

export const here = new Here();
