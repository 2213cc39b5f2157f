// The two ways a request can fail: the server said no (and said why), or nobody answered.
import { t } from '../words/words';
import type { Problem } from './types';

/** The type of the answer to words that quote what not all of their readers can read. */
export const QUOTES_NARROWER = 'quotes-narrower';
const MORE_READERS = 'more-readers';
const PASSKEY_NEEDED = 'urn:caucus:passkey-needed';

/** The server's answer as application/problem+json (RFC 9457). */
export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    /** milliseconds the server asked us to wait (Retry-After), if it did */
    readonly retryAfterMs?: number,
  ) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  /** Nothing wrong with it either, but only the person who is signed in may ask it, and is to prove that they are. */
  get wantsProof(): boolean {
    return this.problem.type === 'urn:caucus:step-up-needed' && (this.problem.ways?.length ?? 0) > 0;
  }

  /** Anyone who asks has a seat there, and comes in once nothing but a passkey signs them in. */
  get wantsPasskey(): boolean {
    return this.problem.type === PASSKEY_NEEDED;
  }

  /** Who would read it now, if those are more than its author was shown (`Audience-Shown`). */
  get readers(): string | undefined {
    return this.problem.type === MORE_READERS ? String(this.problem.current?.audience ?? '') : undefined;
  }

  /** What stands there now, if that is another version than the one the edit was made on. */
  get standing(): Record<string, unknown> | undefined {
    return this.status === 409 && this.readers === undefined ? this.problem.current : undefined;
  }

  /** Nothing wrong with what was sent: the same request may be repeated later. */
  get passing(): boolean {
    return this.status === 503 || this.status === 429;
  }
}

/** The network is away, or the server is. What was to be sent is still ours to keep. */
export class Unreachable extends Error {}

/** The same of a read: nothing was typed, and it is read again by itself. */
export class Unread extends Unreachable {}

const ofActs = new WeakSet<object>();
/** Notes that this came of something its reader asked for, and not of what a page reads by itself. */
export function cameOfAct<E>(error: E): E {
  if (typeof error === 'object' && error !== null) ofActs.add(error);
  return error;
}
/** Whether its reader pressed something a moment ago, and waits for an answer where they pressed. */
export const isOfAct = (error: unknown): boolean => typeof error === 'object' && error !== null && ofActs.has(error);

/** The code of a view is not in this browser yet, and there is no line to fetch it by. */
export class NotLoaded extends Unreachable {}

const BEFORE_ASKING_AGAIN_MS = 3_000;

/** Reads the body of a refused response; a proxy's HTML page becomes a problem of its own. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const header = response.headers.get('Retry-After');
  const seconds = header === null ? NaN : Number(header);
  const retryAfterMs = Number.isFinite(seconds)
    ? seconds * 1000
    : response.status === 503 || response.status === 429
      ? BEFORE_ASKING_AGAIN_MS
      : undefined;
  const detail = response.status === 413 ? t.problem.tooLarge : '';
  const fallback = { type: 'about:blank', title: response.statusText || `${response.status}`, status: response.status, detail };
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new Refusal({ ...fallback, ...said, status: response.status }, retryAfterMs);
}
