// Whose eyes an address has that the server gave: it names the workspace alone, since one answer goes to several seats.

/** The workspace of the page that is open, as its address has it. */
let acting: () => string | undefined = () => undefined;
export function whenActing(of: () => string | undefined): void {
  acting = of;
}

/** The same address for the seat that this page is of, where its person has several in the workspace. */
export function forSeat(path: string): string {
  const w = acting() ?? '';
  const mark = w.indexOf('~');
  const plain = `/api/workspaces/${encodeURIComponent(w.slice(0, Math.max(mark, 0)))}/`;
  return mark > 0 && path.startsWith(plain) ? `/api/workspaces/${encodeURIComponent(w)}/${path.slice(plain.length)}` : path;
}
