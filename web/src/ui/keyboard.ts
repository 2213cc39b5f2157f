// The keys of a phone lie over the page. Most browsers make the page lower by them (`interactive-widget` in index.html); where
// one does not, what stays at the bottom is raised by what is hidden, so that what sends stands above the keys.

/** What is less than that is a bar of the browser, in pixels. */
const LEAST = 120;

type View = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale' | 'addEventListener'>;

/** Keeps `--keyboard` of the page at what its keys hide. */
export function aboveKeys(root: HTMLElement, view: View | null = visualViewport): void {
  const tell = (): void => {
    const hidden = view ? innerHeight - view.height - view.offsetTop : 0;
    root.style.setProperty('--keyboard', view?.scale === 1 && hidden > LEAST ? `${Math.round(hidden)}px` : '0px');
  };
  view?.addEventListener('resize', tell);
  view?.addEventListener('scroll', tell);
}
