// Notifications on this device. A browser has one subscription for all of Caucus; each seat that is told by it says so for itself.
import { api, newKey } from '../../api/api';
import { signIn } from '../../api/signIn';
import type { PushDevice } from '../../api/types';

/** By which sign-in this browser subscribed: what is another's is thrown away. */
const MINE = 'caucus.push';

/** `install`: an iPhone shows notifications of installed pages alone. */
export type Can = 'yes' | 'no' | 'install' | 'denied';

const isApple = (): boolean => /iPhone|iPad/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
const workers = (): ServiceWorkerContainer | undefined => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;

export function can(): Can {
  if (!workers() || !('PushManager' in window) || !('Notification' in window)) return isApple() && !matchMedia('(display-mode: standalone)').matches ? 'install' : 'no';
  return Notification.permission === 'denied' ? 'denied' : 'yes';
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return (await workers()?.getRegistration()) && workers()?.ready;
}

const bytes = (key: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

/** Whether this browser shows what this device of the server's list is told. */
export async function isOn(device: PushDevice | undefined): Promise<boolean> {
  if (!device || can() !== 'yes') return false;
  return (await (await registration())?.pushManager.getSubscription()) != null && localStorage.getItem(MINE) === signIn.said;
}

/** Asks the browser, and tells the server. Undefined where the person said no. */
export async function turnOn(w: string): Promise<PushDevice | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const there = await registration();
  if (!there) return undefined;
  const { key } = await api.pushKey();
  let subscription = await there.pushManager.getSubscription();
  // one of another sign-in, or of a former key of the server, is not taken over
  if (subscription && (localStorage.getItem(MINE) !== signIn.said || !isOf(subscription, key))) {
    await subscription.unsubscribe();
    subscription = null;
  }
  subscription ??= await there.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  const { endpoint, keys } = subscription.toJSON();
  const device = await api.addDevice(w, { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '', key }, newKey());
  localStorage.setItem(MINE, signIn.said);
  return device;
}

function isOf(subscription: PushSubscription, key: string): boolean {
  const own = subscription.options.applicationServerKey;
  const is = bytes(key);
  return own !== null && own.byteLength === is.length && new Uint8Array(own).every((one, i) => one === is[i]);
}

/** Ends notifications in this browser, for everyone who turned them on here. */
export async function hush(): Promise<void> {
  localStorage.removeItem(MINE);
  const there = await registration();
  for (const shown of (await there?.getNotifications()) ?? []) shown.close();
  await navigator.clearAppBadge?.();
  await (await there?.pushManager?.getSubscription())?.unsubscribe();
}
