// Which of its parts an address asks for otherwise. Pure.

/** The same address with this part of the question otherwise; undefined leaves it out. */
export function askFor(path: string, query: URLSearchParams, parts: Partial<Record<string, string | undefined>>): string {
  const now = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parts)) if (value === undefined) now.delete(name); else now.set(name, value);
  return now.size > 0 ? `${path}?${now}` : path;
}
