// Has the browser keep the program, so that Caucus opens without a line: decision 0540.
import { trustedScript, WORKER } from '../../api/trusted';

/** Whether this browser was told to save data: nothing is fetched ahead then. */
export const saves = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const ANEW = 'caucus.anew';

/** Whether the server has another build of the program than this page is of, asked once for each. */
export async function replaced(): Promise<boolean> {
  const mine = document.querySelector('script[type=module][src]')?.getAttribute('src');
  if (!mine || sessionStorage.getItem(ANEW) === mine) return false;
  const page = await fetch('/', { cache: 'no-store' }).then((served) => (served.ok ? served.text() : ''), () => '');
  if (!page.includes('/assets/') || page.includes(mine)) return false;
  sessionStorage.setItem(ANEW, mine);
  return true;
}

const workers = (): ServiceWorkerContainer | undefined => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker; // none over plain HTTP

/** When the program runs, and with each view in case it could not be asked for: from then on a page that is loaded again is ours, whatever the line does. */
export function keepProgram(): void {
  if (workers()?.controller === null && navigator.onLine) void workers()?.register(trustedScript(WORKER), { updateViaCache: 'none' }).catch(() => undefined);
}

/** Behind everything that somebody waits for: all views open without a line then. */
export function keepAll(): void {
  void workers()?.ready.then(({ active }) => active?.postMessage('all'), () => undefined);
}
