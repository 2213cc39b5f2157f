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

const isView = (path) => !path.startsWith('/api/') && !/\.[A-Za-z0-9]{1,12}$/.test(path);

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
