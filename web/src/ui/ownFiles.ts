// Files of a composer: where they go, and how they get in by dropping and pasting.
import { api, newKey } from '../api/api';
import { health } from '../api/health.svelte';
import { sendPiece } from '../api/pieces';
import { Files } from '../stream/files.svelte';
import { mayWrite, slug } from '../stream/ours';
import { onDemand } from './onDemand';

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      asleep();
      signal.removeEventListener('abort', go);
      done();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
    const asleep = health.whenBack(go); // the line is back as soon as anything was answered
    signal.addEventListener('abort', go);
  });
}

export const newFiles = (): Files =>
  new Files({
    begin: (name, size, key) => api.beginUpload(slug(), { name, size }, key),
    piece: (id, n, piece, told, signal) => sendPiece(api.at(slug(), 'uploads', id, 'pieces', String(n)), piece, told, signal),
    remove: (id) => api.removeUpload(slug(), id),
    newKey,
    pause,
  });

const hasFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.types ?? [])].includes('Files');

/** Spreadsheets and word processors copy a picture of a text beside it. Those who copy cells want the cells. */
const hasText = (data: DataTransfer | null): boolean => /<[a-z][^>]*>[^<]*[\p{L}\d]/iu.test((data?.getData('text/html') ?? '').replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, '')) && data?.getData('text/plain').trim() !== '';

/** Pictures stand where one writes, others go along. What prepares pictures comes with the first one. */
export function take(files: Files, form: HTMLElement | null | undefined, all: File[]): void {
  const field = form?.classList.contains('composer') ? form.querySelector('textarea') : null; // elsewhere the text stands without its files
  if (!all.some((file) => file.type.startsWith('image/'))) return files.add(all);
  const along = (): void => files.add(all);
  onDemand(() => import('./pictureFiles'), ({ addHere }) => void addHere(field, files, all).catch(along), along);
}

/** Lets files be dropped on a form, and pictures be pasted into it. The form is marked while something hangs over it. */
export function takesFiles(files: Files): (form: HTMLElement) => () => void {
  return (form) => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event) || !mayWrite()) return;
      event.preventDefault();
      form.classList.add('dropping');
    };
    const away = (event: DragEvent): void => {
      if (!form.contains(event.relatedTarget as Node | null)) form.classList.remove('dropping');
    };
    const drop = (event: DragEvent): void => {
      form.classList.remove('dropping');
      if (!hasFiles(event) || !mayWrite()) return;
      event.preventDefault();
      take(files, form, [...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0 || event.defaultPrevented || hasText(event.clipboardData)) return;
      event.preventDefault();
      take(files, form, pasted);
    };
    form.addEventListener('dragover', over);
    form.addEventListener('dragleave', away);
    form.addEventListener('drop', drop);
    form.addEventListener('paste', paste);
    return () => {
      form.removeEventListener('dragover', over);
      form.removeEventListener('dragleave', away);
      form.removeEventListener('drop', drop);
      form.removeEventListener('paste', paste);
    };
  };
}
