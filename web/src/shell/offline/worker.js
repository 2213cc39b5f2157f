// Opens Caucus without a line. Kept in this browser is the program, nothing that anybody wrote: see decision 0540.
// The build puts in a name for this build, its files, and the one that index.html begins with.
const NAME = 'caucus-__BUILD__';
const FILES = __FILES__;
const ENTRY = '__ENTRY__';
const SHELL = '/';
const PATIENCE_MS = 3_000;

// A page and files of two builds are never kept together: then nothing is, and the next visit tries again.
async function install() {
  const cache = await caches.open(NAME);
  const shell = await fetch(SHELL, { cache: 'no-store' });
  const page = await shell.clone().text();
  if (!shell.ok || !page.includes(ENTRY)) throw new Error('another build is served by now');
  // What the page itself names is here already: so this is done within a moment of the first visit, on any line.
  await cache.addAll(FILES.filter((name) => page.includes(name)));
  await cache.put(SHELL, shell);
}

/** All other files, once nobody waits for anything. One that does not come is fetched when it is asked for. */
async function keepAll() {
  const cache = await caches.open(NAME);
  for (const name of FILES) {
    if (!(await kept(name))) await cache.addAll([name]).catch(() => undefined);
  }
}

// Runs once no page of the build before is open any more, so none is left without its files.
async function activate() {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
  await self.clients.claim();
}

const kept = (path) => caches.match(path, { cacheName: NAME });

/** What is served now, where it comes in time; else the page of this build. */
async function view(request) {
  const served = fetch(request);
  served.catch(() => undefined);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  try {
    const first = await Promise.race([served, late]);
    if (first && first.status < 500) return first;
  } catch {
    // no line
  }
  return (await kept(SHELL)) ?? served;
}

/** Names of files carry a hash of what is in them: one that is kept is the right one. */
async function file(request, path) {
  const here = await kept(path);
  if (here) return here;
  const served = await fetch(request);
  if (served.ok && path.startsWith('/assets/')) await (await caches.open(NAME)).put(path, served.clone());
  return served;
}

/** Below /w/ are views alone: a provision's path has dots in it. */
const isView = (path) => path.startsWith('/w/') || (!path.startsWith('/api/') && !/\.[A-Za-z0-9]{1,12}$/.test(path));

/** Whether what came is for who is signed in here now; where a browser cannot say, it is believed. */
async function isForNow(who) {
  const name = `${self.location.protocol === 'https:' ? '__Host-' : ''}caucus-who`;
  const known = await self.cookieStore?.get(name).catch(() => undefined);
  return self.cookieStore === undefined || known?.value === who;
}

function read(event) {
  try {
    return event.data.json();
  } catch {
    return {}; // browsers want a notification for each push, also for one that cannot be read
  }
}

// Where the reader looks at Caucus the bell in the page says it.
async function told(event) {
  const { id, who, n, lang, title, body } = read(event);
  const mine = await isForNow(who);
  const pages = await self.clients.matchAll({ type: 'window' });
  if (mine && n > 0 && pages.some((page) => page.focused && page.visibilityState === 'visible')) return;
  await self.registration.showNotification((mine && title) || 'Caucus', {
    body: mine ? body : '', tag: id, renotify: id !== undefined, lang, dir: lang === 'ar' ? 'rtl' : 'auto', icon: '/caucus-192.png', data: { id },
  });
  if (mine && n > 0) await self.navigator.setAppBadge?.(n);
  if (!mine) await (await self.registration.pushManager.getSubscription())?.unsubscribe();
}

/** Which page it is about only the server knows: the page asks, signed in. */
async function opened(event) {
  event.notification.close();
  const { id } = event.notification.data ?? {};
  const pages = await self.clients.matchAll({ type: 'window' });
  const page = pages.find((one) => one.focused) ?? pages[0];
  if (!page) return self.clients.openWindow(id ? `/notified/${id}` : '/');
  await page.focus();
  if (id) page.postMessage({ notified: id });
}

/** The browser has another address at its push service: the server is told by whoever is signed in. */
async function moved(event) {
  const { oldSubscription: old, newSubscription } = event;
  if (!old) return;
  const is = newSubscription ?? (await self.registration.pushManager.subscribe(old.options));
  const { endpoint, keys } = is.toJSON();
  const key = btoa(String.fromCharCode(...new Uint8Array(is.options.applicationServerKey))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const body = JSON.stringify({ from: old.endpoint, endpoint, ...keys, key });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': crypto.randomUUID() };
  await fetch('/api/push/moves', { method: 'POST', headers, body });
}

self.addEventListener('push', (event) => event.waitUntil(told(event)));
self.addEventListener('notificationclick', (event) => event.waitUntil(opened(event)));
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(moved(event)));
self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(keepAll()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isView(pathname)) event.respondWith(view(request));
  } else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) {
    event.respondWith(file(request, pathname));
  }
});
