// What somebody types is kept by Caucus, sealed for them, or nowhere. A browser that remembers it would offer it, in any
// field of that kind, to the person who sits there next. Names, addresses and codes say themselves what a browser may fill in.
type Focused = Pick<Element, 'matches' | 'hasAttribute' | 'setAttribute'>;

export function unremembered(field: Focused): void {
  if (field.matches('input, textarea') && !field.hasAttribute('autocomplete')) field.setAttribute('autocomplete', 'off');
}

/** For the whole page, once: nothing is typed where nothing was focused. */
export function forgetTyped(): void {
  document.addEventListener('focusin', ({ target }) => unremembered(target as Element));
}
