// What this browser keeps of one person, so that nobody who takes the device reads it: each item is sealed (AES-256-GCM)
// under a key that the server gives to a session that is signed in, and that is in memory only. When the session is
// over, on whatever side it was ended, what lies here is noise; a later session of the same person opens it again.
//
// To the rest of the application it is a Storage that answers at once: items are opened when a workspace is, and written
// behind, in order, a moment after they were set. Without a key (or on plain http, where browsers have no ciphers)
// items live as long as the page.

export const PREFIX = 'caucus.kept.';
/** Stands on the disk as long as nobody has emptied it. Who removes it by signing out is heard of in other tabs; the browser is not. */
export const MARK = 'caucus.here';
/** What was kept in clear before there was a locker: taken in when it opens, and removed. */
const CLEAR = ['caucus.draft.', 'caucus.outbox.', 'caucus.seen.'];
/** Browsers keep about five million letters for a site; sealed, an item takes a third more. */
const MOST_LETTERS = 3_500_000;
/** What somebody wrote, and would miss. */
const WRITTEN = /^caucus\.(draft|outbox)\./;

interface Kept { id: string; value: string }

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export class Locker implements Storage {
  #items = new Map<string, Kept>();
  #letters = 0;
  #key: CryptoKey | undefined;
  #secret = '';
  #opening: Promise<void> = Promise.resolve();
  #queue: Promise<void> = Promise.resolve();
  /** items that were forgotten are not written any more, though their turn comes later */
  #era = 0;
  [name: string]: unknown;

  #marked = false;

  /** what was written and lives as long as the page, because it could not be kept */
  #unkept = new Set<string>();

  /** `told` hears whether all that was written is kept, whenever that changes. */
  constructor(private readonly disk: Storage, private readonly told: (kept: boolean) => void = () => {}) {}

  /** Opens with this key what was sealed with it, also in other tabs; what another sealed stays as it is. */
  open(secret: string): Promise<void> {
    if (secret !== this.#secret) {
      this.close();
      this.#secret = secret;
      this.#opening = this.#open(secret);
    }
    return this.#opening;
  }

  async #open(secret: string): Promise<void> {
    if (globalThis.crypto?.subtle) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
      this.#key = await crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']);
      for (const name of this.#names()) if (name.startsWith(PREFIX)) await this.take(name, this.disk.getItem(name));
    }
    for (const name of this.#names()) if (CLEAR.some((prefix) => name.startsWith(prefix))) this.#takeClear(name);
    this.#mark();
  }

  #mark(): void {
    try {
      this.disk.setItem(MARK, '1');
      this.#marked = true;
    } catch {
      this.#marked = false; // a disk that keeps nothing is told of by what cannot be written
    }
  }

  /** Whether all is gone from the disk, and nobody was heard of who has signed out. */
  get emptied(): boolean {
    return this.#key !== undefined && this.#marked && this.disk.getItem(MARK) === null;
  }

  /** A browser that wants room empties the disk also under an open page: what is known here is written anew. */
  restore(): void {
    if (!this.emptied) return;
    this.#mark();
    for (const [name, kept] of [...this.#items]) this.#write(name, kept);
  }

  /** Nobody is signed in here any more: what was opened is forgotten, what is sealed stays. */
  close(): void {
    this.#items.clear();
    for (const name of [...this.#unkept]) this.#isKept(name);
    this.#letters = 0;
    this.#key = undefined;
    this.#secret = '';
  }

  /** All that is this person's goes, from the disk as well, and what waits to be written stays out; what another sealed stays. */
  forget(): void {
    this.#era++;
    for (const { id } of this.#items.values()) this.disk.removeItem(PREFIX + id);
    this.close();
  }

  /** Another tab has written this, or removed it; also every item at the start. Answers which item it was, if that is known. */
  async take(name: string, sealed: string | null): Promise<string | undefined> {
    if (name === MARK) this.#marked = sealed !== null;
    if (!name.startsWith(PREFIX) || !this.#key) return undefined;
    const id = name.slice(PREFIX.length);
    const known = [...this.#items].find(([, kept]) => kept.id === id)?.[0];
    const opened = sealed === null ? undefined : await this.#opened(id, sealed);
    if (opened) this.#put(opened.name, { id, value: opened.value });
    else if (known !== undefined && sealed === null) this.#drop(known);
    return opened?.name ?? known;
  }

  /** Resolves when all that was set until now is written. */
  written(): Promise<void> {
    return this.#queue;
  }

  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.#items.get(name)?.value ?? null;
  }
  setItem(name: string, value: string): void {
    const before = this.#items.get(name);
    if (this.#letters + value.length - (before?.value.length ?? 0) > MOST_LETTERS) {
      this.#isUnkept(name);
      throw new DOMException('full', 'QuotaExceededError');
    }
    const kept = { id: before?.id ?? crypto.randomUUID(), value };
    this.#put(name, kept);
    this.#write(name, kept);
  }
  removeItem(name: string): void {
    const before = this.#items.get(name);
    this.#isKept(name); // there is nothing to keep any more
    if (!before) return;
    this.#drop(name);
    this.#later(undefined, () => Promise.resolve(() => this.disk.removeItem(PREFIX + before.id)));
  }
  clear(): void {
    for (const name of [...this.#items.keys()]) this.removeItem(name);
  }

  #write(name: string, kept: Kept): void {
    this.#later(name, async (key) => {
      if (this.#items.has(name) && this.#items.get(name) !== kept) return; // there is a newer one behind it
      const sealed = await this.#sealed(key, kept.id, { name, value: kept.value });
      return () => this.disk.setItem(PREFIX + kept.id, sealed);
    });
  }

  #later(name: string | undefined, work: (key: CryptoKey) => Promise<(() => void) | undefined>): void {
    const key = this.#key;
    const era = this.#era;
    if (!key && name !== undefined) this.#isUnkept(name);
    if (!key) return;
    this.#queue = this.#queue.then(async () => {
      try {
        const write = await work(key);
        if (era !== this.#era) return;
        write?.();
        if (name !== undefined && write) this.#isKept(name);
      } catch {
        // a full or forbidden disk: the item lives as long as the page
        if (era === this.#era && name !== undefined && this.#items.has(name)) this.#isUnkept(name);
      }
    });
  }

  #isUnkept(name: string): void {
    if (!WRITTEN.test(name)) return;
    this.#unkept.add(name);
    this.told(false);
  }

  #isKept(name: string): void {
    if (this.#unkept.delete(name) && this.#unkept.size === 0) this.told(true);
  }

  #takeClear(name: string): void {
    const value = this.disk.getItem(name);
    this.disk.removeItem(name);
    if (value !== null) this.setItem(name, value);
  }

  #put(name: string, kept: Kept): void {
    this.#letters += kept.value.length - (this.#items.get(name)?.value.length ?? 0);
    this.#items.set(name, kept);
  }

  #drop(name: string): void {
    this.#letters -= this.#items.get(name)?.value.length ?? 0;
    this.#items.delete(name);
  }

  #names(): string[] {
    return Array.from({ length: this.disk.length }, (_, i) => this.disk.key(i) ?? '');
  }

  async #sealed(key: CryptoKey, id: string, item: { name: string; value: string }): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(item));
    const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, key, plain));
    return textOf(iv) + textOf(cipher);
  }

  async #opened(id: string, sealed: string): Promise<{ name: string; value: string } | undefined> {
    try {
      const [iv, cipher] = [bytesOf(sealed.slice(0, 16)), bytesOf(sealed.slice(16))];
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, this.#key as CryptoKey, cipher);
      return JSON.parse(new TextDecoder().decode(plain)) as { name: string; value: string };
    } catch {
      return undefined; // another person's, or damaged
    }
  }
}
