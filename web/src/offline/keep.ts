// Has the browser keep the program, so that Caucus opens without a line: decision 0146.
const WORKER = '/worker.js';

interface Policy { createScriptURL(url: string): string }
interface Policies { createPolicy(name: string, rules: Policy): Policy }

/** The one address that may become a script here (Trusted Types). */
function trusted(): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  return policies ? policies.createPolicy('caucus-worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) : WORKER;
}

/** Whether this browser was told to save data: nothing is fetched ahead then. */
export const saves = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Once; behind everything that somebody waits for. */
export function keepProgram(): void {
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker; // none over plain HTTP
  if (workers && !workers.controller && navigator.onLine) void workers.register(trusted(), { updateViaCache: 'none' }).catch(() => undefined);
}
