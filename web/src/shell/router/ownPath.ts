/**
 * The path of this site that an address names, as a browser would read it; `/` for any other. Browsers take a backslash
 * for a slash and leave out tabs and line ends, so what begins with one slash may still lead to another site.
 */
export function ownPath(address: string | null, origin: string): string {
  if (!address?.startsWith('/')) return '/';
  try {
    const url = new URL(address, origin);
    const path = url.pathname + url.search + url.hash;
    return url.origin === origin && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
}
