// Shows files over the page, one at a time, without leaving it. Code that has a list of files calls `view`; the code that
// shows them comes when it is first needed.

/** A file that can be shown: in a message, in a draft or in the library. */
export interface Viewable {
  name: string;
  type: string;
  size: number;
  /** where its bytes are, as the API gives it */
  href: string;
  /** where it hangs: a page of this workspace */
  where?: string;
  /** the same in words */
  title?: string;
}

export const MOST_BYTES = 32 * 1024 * 1024;
export const MOST_TEXT_BYTES = 200 * 1024;
export const MOST_PIXELS = 50_000_000;
export type Way = 'picture' | 'pdf' | 'text' | 'table';

const TEXTS = new Set(['txt', 'md', 'log', 'json', 'srt', 'vtt', 'ics', 'vcf', 'asc']);
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp']);

/** How a file is shown; what runs in no browser is only kept. The ending decides, as it does on somebody's desk. */
export function wayOf({ name, type }: Pick<Viewable, 'name' | 'type'>): Way | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (PICTURES.has(ending) || /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type)) return 'picture';
  if (ending === 'pdf' || type === 'application/pdf') return 'pdf';
  if (ending === 'csv' || ending === 'tsv' || type === 'text/csv') return 'table';
  return TEXTS.has(ending) || type === 'text/plain' ? 'text' : undefined;
}

/** Opens the viewer on one of these files; what had the focus gets it back. */
export async function view(files: Viewable[], at: number): Promise<void> {
  const back = document.activeElement;
  const { showViewer } = await import('./showViewer');
  showViewer(files, at, () => {
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  });
}
