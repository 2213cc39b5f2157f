// The files of one post, on their way. One at a time, piece by piece, each piece again until it is there: a line that
// breaks costs a piece, not a file. What is whole is only named by the post; the server has it already.
import { Refusal, Unreachable } from '../api/problem';
import type { Upload } from '../api/types';
import { attaching } from '../words/attaching';
import { t } from '../words/words';

/** What a draft, or a post on its way, remembers of a file; `id` is empty where it was not whole yet. */
export interface KeptFile {
  id: string;
  name: string;
  size: number;
}

export type FileState = 'waiting' | 'sending' | 'stalled' | 'here' | 'refused';

export interface OwnFile {
  key: string;
  name: string;
  size: number;
  sent: number;
  state: FileState;
  id?: string;
  why?: string;
  /** the page went before it was whole, and has its octets no more */
  lost?: boolean;
}

export interface FileWays {
  begin: (name: string, size: number, key: string, signal: AbortSignal) => Promise<Upload>;
  piece: (id: string, n: number, piece: Blob, told: (sent: number) => void, signal: AbortSignal) => Promise<Upload>;
  remove: (id: string) => Promise<unknown>;
  /** of one sending; the same again for a file whose sending goes on after a reload */
  newKey: (file: File) => string;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const MOST_FILES = 10;
export const MOST_BYTES = 25 * 1024 * 1024;
export const MOST_BYTES_TOGETHER = 50 * 1024 * 1024;
const AGAIN_MS = 4_000;

export interface Bounds {
  files: number;
  bytes: number;
  together: number;
}
const OF_A_POST: Bounds = { files: MOST_FILES, bytes: MOST_BYTES, together: MOST_BYTES_TOGETHER };

export class Files {
  all = $state<OwnFile[]>([]);
  /** what could not be taken in at all, in words */
  refused = $state('');
  #bodies = new Map<string, File>();
  #stops = new Map<string, AbortController>();
  #running = false;

  constructor(private readonly ways: FileWays, private readonly bounds: Bounds = OF_A_POST) {}

  get none(): boolean {
    return this.all.length === 0;
  }

  /** Whether a post may name them: all are whole, and none was refused. */
  get ready(): boolean {
    return this.all.every((file) => file.state === 'here');
  }

  get kept(): KeptFile[] {
    return this.all.filter((file) => file.state === 'here').map(({ id, name, size }) => ({ id: id ?? '', name, size }));
  }

  /** For a draft: also those that are not whole, so that the person who comes back after a crash misses none unawares. */
  get drafted(): KeptFile[] {
    return this.all.filter((file) => file.state !== 'refused' || file.lost).map(({ id, name, size, state }) => ({ id: state === 'here' ? (id ?? '') : '', name, size }));
  }

  /** Takes files in and starts sending. */
  add(files: Iterable<File>): void {
    this.refused = '';
    for (const file of files) {
      this.all = this.all.filter((one) => !(one.lost && one.name === file.name && one.size === file.size));
      const bytes = this.all.reduce((sum, one) => sum + one.size, file.size);
      const most = this.bounds;
      if (this.all.length >= most.files) this.refused = attaching.tooMany(most.files);
      else if (file.size > most.bytes) this.refused = attaching.tooLarge(file.name, most.bytes);
      else if (file.size === 0) this.refused = attaching.empty(file.name);
      else if (bytes > most.together) this.refused = attaching.tooMuch(most.together);
      else {
        const key = this.ways.newKey(file);
        this.#bodies.set(key, file);
        this.all.push({ key, name: file.name, size: file.size, sent: 0, state: 'waiting' });
      }
    }
    void this.#run();
  }

  /** Files that are at the server already, from a draft or a post that came back. */
  restore(kept: KeptFile[]): void {
    for (const { id, name, size } of kept) {
      if (id === '') this.all.push({ key: `lost ${name} ${size}`, name, size, sent: 0, state: 'refused', why: attaching.lost, lost: true });
      else if (!this.all.some((file) => file.id === id)) this.all.push({ key: id, id, name, size, sent: size, state: 'here' });
    }
  }

  /** Another tab changed the draft they belong to: what is whole there is whole here. */
  follow(kept: KeptFile[]): void {
    const whole = kept.filter((file) => file.id !== '');
    this.all = this.all.filter((file) => file.state !== 'here' || whole.some((one) => one.id === file.id));
    this.restore(whole);
  }

  /** Takes one back, wherever it is by now. */
  remove(key: string): void {
    const file = this.all.find((one) => one.key === key);
    this.#stops.get(key)?.abort();
    this.#forget(key);
    this.all = this.all.filter((one) => one.key !== key);
    this.refused = '';
    // what is not taken back is gone in a day by itself
    if (file?.id) void this.ways.remove(file.id).catch(() => {});
  }

  /** The post has them; they are no longer this composer's. */
  clear(): void {
    this.all.forEach((file) => this.#forget(file.key));
    this.all = [];
    this.refused = '';
  }

  /** The page goes: what is under way stops, what is whole stays for the draft. */
  stop(): void {
    this.#stops.forEach((stop) => stop.abort());
  }

  #forget(key: string): void {
    this.#bodies.delete(key);
    this.#stops.delete(key);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
    } finally {
      this.#running = false;
    }
  }

  #next(): OwnFile | undefined {
    return this.all.find((file) => file.state === 'waiting');
  }

  async #send(file: OwnFile): Promise<void> {
    const body = this.#bodies.get(file.key);
    if (!body) return;
    const stop = new AbortController();
    this.#stops.set(file.key, stop);
    file.state = 'sending';
    try {
      let upload = await this.#patiently(file, stop.signal, () => this.ways.begin(body.name, body.size, file.key, stop.signal));
      file.id = upload.id;
      while (upload.received < upload.pieces) {
        const from = upload.received * upload.pieceBytes;
        const { id, received } = upload;
        file.sent = from;
        const piece = body.slice(from, from + upload.pieceBytes);
        upload = await this.#patiently(file, stop.signal, () => this.ways.piece(id, received, piece, (sent) => (file.sent = Math.min(from + sent, file.size)), stop.signal));
        file.name = upload.name;
      }
      file.sent = file.size;
      file.state = 'here';
      this.#forget(file.key);
    } catch (error) {
      if (stop.signal.aborted) return;
      file.state = 'refused';
      file.why = error instanceof Refusal ? error.problem.detail : t.problem.unexpected;
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** The same again while the line is dead or the server asks for a moment. */
  async #patiently(file: OwnFile, signal: AbortSignal, act: () => Promise<Upload>): Promise<Upload> {
    for (;;) {
      try {
        const upload = await act();
        file.state = 'sending';
        file.why = undefined;
        return upload;
      } catch (error) {
        const passing = error instanceof Unreachable || (error instanceof Refusal && error.passing);
        if (!passing || signal.aborted) throw error;
        file.state = 'stalled';
        file.why = error instanceof Refusal ? error.problem.detail : undefined; // the line is up, and the server says why it waits
        await this.ways.pause((error instanceof Refusal ? error.retryAfterMs : undefined) ?? AGAIN_MS, signal);
      }
    }
  }
}
