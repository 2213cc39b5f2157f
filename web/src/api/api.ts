// All fetching happens here. Every other module calls `api.*`; nobody else knows a header or a status.
// Reading retries by itself while the server asks for patience; acting carries an Idempotency-Key, so that it may, too.
import { heard as heardThen } from './clock';
import { health } from './health.svelte';
import { isOurs, LONGEST_SILENCE_MS, wordsIn } from './line';
import { press } from './press';
import { forSeat } from './seat';
import { HEADER, OTHER, signedPath, signIn } from './signIn';
import { cameOfAct, Refusal, refusalOf, Unreachable, Unread } from './problem';
import { underWay } from './underWay.svelte';
import { language } from '../words/language';
import { t } from '../words/words';
import type * as T from './types';

const PATIENCE_TRIES = 5;
const LONGEST_WAIT_MS = 30_000;
/** 8 KB a second is a line that can be waited for. */
const SLOWEST_BYTES_PER_MS = 8;

type Query = Record<string, string | number | undefined>;
interface Asked { method?: string; body?: unknown; key?: string; version?: number; shown?: string; signal?: AbortSignal; accept?: string }

/** Called when a session is over (401); the application shows the sign-in page. */
let signedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  signedOut = act;
}

/** Called when the server wants a fresh proof of who is there (step-up); answers whether it was given. */
let proved: (ways: T.Way[]) => Promise<boolean> = () => Promise.resolve(false);
export function whenProofIsNeeded(prove: (ways: T.Way[]) => Promise<boolean>): void {
  proved = prove;
}

/** The company as whose liaisons a workspace is looked at, if it is. */
let lookedAs: (w: string) => string | undefined = () => undefined;
export function whenLooking(of: (w: string) => string | undefined): void {
  lookedAs = of;
}

const IN_WORKSPACE = /^\/api\/workspaces\/([^/?]+)/;

const companyAt = (path: string): string | undefined => {
  const slug = IN_WORKSPACE.exec(path)?.[1];
  return slug === undefined ? undefined : lookedAs(decodeURIComponent(slug));
};
const looked = (path: string, company = companyAt(path)): string => (company === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(company)}`);

/** Reading asks for that view, as the seat that the page is of. Writing is refused here: the server would take it for one's own. */
function seen(path: string, method: string): string {
  if (method === 'GET') return looked(forSeat(path));
  if (companyAt(path) !== undefined) throw new Refusal({ type: 'about:blank', title: '', status: 403, detail: t.look.readOnly });
  return path;
}

/** What the browser asks for by itself in a frame: for the same sign-in, and with the same eyes, as the page it is on. */
export const frameOf = (path: string): string => signedPath(seen(path, 'GET'));

/** Where a link into a workspace leads, for the browser to open by itself: with the same eyes as the page it is on. A copy of it names no seat; a click does. */
export const linkTo = (path: string): string => looked(path, companyAt(forSeat(path)));

/** A fresh Idempotency-Key: one per intended act, the same on every retry of that act. */
export const newKey = (): string => crypto.randomUUID();

const once = (path: string, asked: Asked): Promise<Response> =>
  sent(path, asked).catch((error: unknown) => {
    throw asked.method === undefined ? error : cameOfAct(error);
  });

/** What begins a sign-in: its answer says for whom this page is from now on. */
const BEGINS = /^\/api\/(sign-in|invitations)\b/;

async function sent(path: string, asked: Asked, again = false): Promise<Response> {
  signIn.look();
  if (signIn.over) return new Promise(() => {}); // the page is left
  const headers: Record<string, string> = { Accept: asked.accept ?? 'application/json, application/problem+json', 'Accept-Language': language, [HEADER]: signIn.said };
  if (asked.body !== undefined) headers['Content-Type'] = 'application/json';
  if (asked.key !== undefined) headers['Idempotency-Key'] = asked.key;
  if (asked.version !== undefined) headers['If-Match'] = `"${asked.version}"`;
  if (asked.shown !== undefined) headers['Audience-Shown'] = asked.shown;
  const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  const response = await heard(path, { method: asked.method ?? 'GET', headers, body, cache: 'no-store' }, asked.signal).finally(unpressed);
  const mine = signIn.hear(response.headers.get(HEADER), response.ok && BEGINS.test(path));
  if (signIn.over) return new Promise(() => {});
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  // the page belonged to nobody yet, and nothing was done
  if (refusal.problem.type === OTHER && mine && !again) return sent(path, asked, true);
  if (refusal.status === 401 && path !== '/api/sign-in') signedOut();
  throw refusal;
}

/** What the server answers, and nobody on the way to it; a request that nobody answers any more is ended. */
async function heard(path: string, asked: RequestInit & { body?: string }, wanted?: AbortSignal): Promise<Response> {
  const cut = new AbortController();
  const stop = (): void => cut.abort();
  const silence = setTimeout(stop, LONGEST_SILENCE_MS + (asked.body?.length ?? 0) / SLOWEST_BYTES_PER_MS);
  wanted?.addEventListener('abort', stop);
  if (wanted?.aborted) stop();
  const { losses } = health;
  try {
    const response = await fetch(seen(path, asked.method ?? 'GET'), { ...asked, signal: cut.signal });
    if (!isOurs(response, asked.headers)) throw new Unreachable(path);
    heardThen(response.headers.get('Date'));
    // an answer that was on its way when the browser went offline does not bring the line back
    if (losses === health.losses || navigator.onLine) health.back();
    return response;
  } catch (error) {
    if (wanted?.aborted || error instanceof Refusal) throw error;
    if (!navigator.onLine) health.lost();
    throw error instanceof Unreachable ? error : new Unreachable(path, { cause: error });
  } finally {
    clearTimeout(silence);
  }
}

/** What is answered while a button is held down changes nothing on screen until it is let go. */
const unpressed = (): Promise<void> | undefined => (press.down ? press.over() : undefined);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Has the person prove who they are where the server wants that, then sends the same once more. */
async function patiently(path: string, asked: Asked): Promise<Response> {
  try {
    return await seenToWait(path, asked);
  } catch (error) {
    if (!(error instanceof Refusal) || !error.wantsProof || !(await proved(error.problem.ways ?? []))) throw error;
    return seenToWait(path, asked);
  }
}

/** An act shows that it is under way; what is only read is shown so by the page that it comes to. */
const seenToWait = (path: string, asked: Asked): Promise<Response> =>
  asked.method === undefined ? waiting(path, asked) : underWay.during(waiting(path, asked));

/** Repeats while the server asks to wait. Unsafe methods get here only with a key or a version, so repeating is safe. */
async function waiting(path: string, asked: Asked): Promise<Response> {
  let told = false;
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await once(path, asked);
      } catch (error) {
        if (!(error instanceof Refusal) || !error.passing || tries === PATIENCE_TRIES) throw error;
        // told until the end, also while asking again: a server that waits for its database answers late
        if (!told) health.waiting++;
        told = true;
        await pause(Math.min(error.retryAfterMs ?? 0, LONGEST_WAIT_MS));
      }
    }
  } finally {
    if (told) health.waiting--;
  }
}

async function json<A>(path: string, asked: Asked = {}): Promise<A> {
  try {
    return await wordsIn<A>(await patiently(path, asked)).finally(unpressed);
  } catch (error) {
    throw asked.method === undefined && error instanceof Unreachable ? new Unread(path, { cause: error }) : error;
  }
}

function at(w: string, rest = '', query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value));
  const tail = search.size > 0 ? `?${search}` : '';
  return `/api/workspaces/${encodeURIComponent(w)}${rest}${tail}`;
}

const part = encodeURIComponent;

export const api = {
  me: () => json<T.Me>('/api/me'),
  chooseLanguage: (language: T.Me['language']) => patiently('/api/me/language', { method: 'PUT', body: { language } }),
  sessionKey: () => json<T.SessionKey>('/api/session/key'),
  requestCode: (address: string, key: string) => underWay.during(once('/api/sign-in/codes', { method: 'POST', body: { address }, key })),
  signIn: (code: string, key: string) => underWay.during(once('/api/sign-in', { method: 'POST', body: { code }, key })).then((r) => wordsIn<T.Me>(r)),
  stepUpState: () => json<T.StepUpState>('/api/step-up'),
  requestStepUpCode: (key: string) => once('/api/step-up/codes', { method: 'POST', key }),
  stepUp: (proof: T.Proof, key: string) => json<T.StepUpState>('/api/step-up', { method: 'POST', body: proof, key }),
  sessions: () => json<{ items: T.Session[] }>('/api/sessions'),
  endSession: (id: string) => patiently(`/api/sessions/${part(id)}`, { method: 'DELETE' }),
  endOtherSessions: () => patiently('/api/sessions', { method: 'DELETE' }),
  passkeyChallenge: (key: string) => json<T.PasskeyOptions>('/api/passkeys/challenges', { method: 'POST', key }),
  signInWithPasskey: (signed: T.SignedByPasskey, key: string) => json<T.Me>('/api/sign-in/passkey', { method: 'POST', body: signed, key }),
  recoveries: (w: string) => json<{ items: T.Recovery[] }>(at(w, '/recoveries')),
  confirmRecovery: (w: string, seat: string, number: string, key: string) => patiently(at(w, `/recoveries/${part(seat)}/confirmation`), { method: 'POST', body: { number }, key }),
  passkeys: () => json<T.PasskeyPage>('/api/passkeys'),
  offerPasskey: (key: string) => json<T.PasskeyOptions>('/api/passkeys/offers', { method: 'POST', key }),
  addPasskey: (made: T.NewPasskey, key: string) => json<T.Passkey>('/api/passkeys', { method: 'POST', body: made, key }),
  ruleSignIn: (required: boolean, key: string) => json<T.PasskeyPage>('/api/passkeys/rule', { method: 'POST', body: { required }, key }),
  removePasskey: (id: string) => patiently(`/api/passkeys/${part(id)}`, { method: 'DELETE' }),
  renamePasskey: (id: string, name: string) => json<T.Passkey>(`/api/passkeys/${part(id)}`, { method: 'PATCH', body: { name } }),
  addresses: () => json<{ items: T.Address[] }>('/api/addresses'),
  offerAddress: (address: string, key: string) => json<{ proof: string }>('/api/addresses/offers', { method: 'POST', body: { address }, key }),
  addAddress: (proof: T.AddressProof, key: string) => json<T.Address>('/api/addresses', { method: 'POST', body: proof, key }),
  receiveAt: (id: string, key: string) => json<{ items: T.Address[] }>(`/api/addresses/${part(id)}/receiving`, { method: 'POST', key }),
  endAddress: (id: string) => patiently(`/api/addresses/${part(id)}`, { method: 'DELETE' }),
  waitingMentions: (w: string) => json<T.WaitingMentionPage>(at(w, '/mentions')),
  askedOfMyCompany: (w: string) => json<T.AskedPage>(at(w, '/board/waiting')),
  board: (w: string) => json<{ items: T.BoardLine[] }>(at(w, '/board')),
  tally: (w: string, by: 'organisation' | 'action', before?: string) => json<T.TallyPage>(at(w, '/commitments', { by, before })),
  drafts: (w: string) => json<T.DraftPage>(at(w, '/drafts')),
  webhooks: (w: string) => json<{ items: T.Webhook[] }>(at(w, '/webhooks')),
  makeWebhook: (w: string, hook: T.NewWebhook, key: string) => json<T.MadeWebhook>(at(w, '/webhooks'), { method: 'POST', body: hook, key }),
  renewWebhook: (w: string, id: string, key: string) => json<T.MadeWebhook>(at(w, `/webhooks/${part(id)}/secret`), { method: 'POST', key }),
  retryWebhook: (w: string, id: string, key: string) => patiently(at(w, `/webhooks/${part(id)}/retry`), { method: 'POST', key }),
  removeWebhook: (w: string, id: string) => patiently(at(w, `/webhooks/${part(id)}`), { method: 'DELETE' }),
  feeds: (w: string) => json<{ items: T.Feed[] }>(at(w, '/feeds')),
  makeFeed: (w: string, feed: T.NewFeed, key: string) => json<T.MadeFeed>(at(w, '/feeds'), { method: 'POST', body: feed, key }),
  revokeFeed: (w: string, id: string) => patiently(at(w, `/feeds/${part(id)}`), { method: 'DELETE' }),
  tokens: () => json<{ items: T.Token[] }>('/api/tokens'),
  makeToken: (token: T.NewToken, key: string) => json<T.MadeToken>('/api/tokens', { method: 'POST', body: token, key }),
  revokeToken: (id: string) => patiently(`/api/tokens/${part(id)}`, { method: 'DELETE' }),
  signOut: () => once('/api/session', { method: 'DELETE' }),
  invitation: (token: string) => json<T.InvitationOffer>(`/api/invitations/${part(token)}`),
  noteOpening: (token: string, key: string) => patiently(`/api/invitations/${part(token)}/opening`, { method: 'POST', body: {}, key }),
  acceptance: (token: string) => `/api/invitations/${part(token)}/acceptance`,

  workspace: (w: string) => json<T.Workspace>(at(w)),
  activity: (w: string, query: { before?: string; organisation?: string } = {}) =>
    json<T.ActivityPage>(at(w, '/activity', query)),
  unread: (w: string, limit: number) => json<T.UnreadPage>(at(w, `/unread?limit=${limit}`)),
  bell: (w: string) => json<T.Bell>(at(w, '/bell')),
  markBell: (w: string, reading: T.BellReading, key: string) => json<unknown>(at(w, '/bell/reading'), { method: 'POST', body: reading, key }),
  unmarkBell: (w: string) => json<unknown>(at(w, '/bell/reading'), { method: 'DELETE' }),
  files: (w: string, query: T.FileQuery & { before?: string }) => json<T.FilePage>(at(w, '/files', query)),
  /** The bytes of a file; the caller reads them. */
  file: (href: string, signal: AbortSignal) => patiently(href, { signal, accept: '*/*' }),
  search: (w: string, q: string, before?: string) => json<T.SearchPage>(at(w, '/search', { q, before })),
  audiences: (w: string, under: string, named?: string) => json<T.AudienceChoices>(at(w, '/audiences', { under, named })),
  audiencePreview: (w: string, of: string, to?: string) => json<T.AudiencePreview>(at(w, '/audience/preview', { of, to })),
  beginLook: (w: string, company: string, key: string) => patiently(at(w, '/looks'), { method: 'POST', body: { company }, key }),
  invitations: (w: string) => json<{ items: T.Invitation[] }>(at(w, '/invitations')),
  pastInvitations: (w: string) => json<{ past?: T.Invitation[] }>(at(w, '/invitations', { past: 'true' })).then((page) => page.past ?? []),
  audit: (w: string, before?: string) => json<T.AuditPage>(at(w, '/audit', { before })),
  proposals: (w: string) => json<{ items: T.Proposal[] }>(at(w, '/proposals')),
  handover: (w: string, seat: string) => json<T.Handover>(at(w, `/seats/${part(seat)}/handover`)),
  stranded: (w: string) => json<T.Stranded>(at(w, '/stranded')),
  threads: (w: string, list: string, before?: string) =>
    json<{ items: T.Thread[]; left?: T.Thread[]; next?: string }>(at(w, `/lists/${part(list)}/threads`, { before })),
  thread: (w: string, id: string, before?: string) =>
    json<{ thread: T.Thread; entries: T.Entry[]; next?: string }>(at(w, `/threads/${part(id)}`, { before })),
  threadDestinations: (w: string, id: string) => json<{ items: T.ThreadDestination[] }>(at(w, `/threads/${part(id)}/destinations`)),
  mergeCandidates: (w: string, id: string, q?: string) => json<{ items: T.MergeCandidate[] }>(at(w, `/threads/${part(id)}/merge-candidates`, { q })),
  splitPreview: (w: string, id: string, entry: string) => json<T.ThreadSplitPreview>(at(w, `/threads/${part(id)}/entries/${part(entry)}/split`)),
  entryVersions: (w: string, entry: string) => json<{ items: T.EntryVersion[] }>(at(w, `/entries/${part(entry)}/versions`)),
  deletionPreview: (w: string, entry: string) => json<T.DeletionPreview>(at(w, `/entries/${part(entry)}/deletion`)),
  deliveries: (w: string, entry: string) => json<T.Deliveries>(at(w, `/entries/${part(entry)}/deliveries`)),
  message: (w: string, hash: string) => json<T.Places>(at(w, `/messages/${part(hash)}`)),
  mailTrouble: (w: string) => json<T.MailTroubles>(at(w, '/mail-trouble')),
  listStyle: (w: string, list: string) => json<T.ListStyle>(at(w, `/lists/${part(list)}/style`)),
  letterCopy: (w: string, entry: string) => json<T.LetterCopy>(at(w, `/entries/${part(entry)}/copy`)),
  listPrivacy: (w: string, list: string) => json<T.ListPrivacy>(at(w, `/lists/${part(list)}/privacy`)),
  myThing: (w: string, kind: string, id: string) => json<T.ThingWish>(at(w, `/my-mail/${kind}/${part(id)}`)),
  myMail: (w: string) => json<T.MyMail>(at(w, '/my-mail')),
  pushKey: () => json<{ key: string }>('/api/push'),
  pushTarget: (id: string) => json<{ path: string }>(`/api/push/${part(id)}`),
  push: (w: string) => json<T.Push>(at(w, '/push')),
  choosePush: (w: string, choices: T.PushChoices, key: string) => json<T.PushChoices>(at(w, '/push'), { method: 'POST', body: choices, key }),
  addDevice: (w: string, device: T.NewPushDevice, key: string) => json<T.PushDevice>(at(w, '/push/devices'), { method: 'POST', body: device, key }),
  testDevice: (w: string, id: string, key: string) => json<T.PushTest>(at(w, `/push/devices/${part(id)}/test`), { method: 'POST', key }),
  removeDevice: (w: string, id: string) => patiently(at(w, `/push/devices/${part(id)}`), { method: 'DELETE' }),
  weekly: (w: string, which: string) => json<T.WeeklyPreview>(at(w, `/weekly/${part(which.toLowerCase())}`)),
  signInRule: (w: string) => json<T.DoorRule>(at(w, '/sign-in-rule')),
  settings: (w: string) => json<T.WorkspaceSettings>(at(w, '/settings')),
  mailContent: (w: string) => json<T.MailContent>(at(w, '/mail-content')),
  hold: (w: string, id: string) => json<T.Hold>(at(w, `/holds/${part(id)}`)),
  moderation: (w: string) => json<T.Moderation>(at(w, '/moderation')),
  holds: (w: string) => json<{ items: T.Hold[] }>(at(w, '/holds')),
  issues: (w: string, key: string, before?: string, q?: string) =>
    json<{ items: T.Issue[]; next?: string }>(at(w, `/trackers/${part(key)}/issues`, { before, q })),
  issue: (w: string, id: string, before?: string) =>
    json<{ issue: T.Issue; entries: T.Entry[]; relations: T.Relation[]; next?: string }>(at(w, `/issues/${part(id)}`, { before })),
  previewImport: (w: string, key: string, file: T.NewIssueTable) => json<T.IssueTableReport>(at(w, `/trackers/${part(key)}/imports/preview`), { method: 'POST', body: file, key: newKey() }),
  importIssues: (w: string, tracker: string, file: T.NewIssueTable, key: string) => json<T.IssueTableReport>(at(w, `/trackers/${part(tracker)}/imports`), { method: 'POST', body: file, key }),
  issueHistory: (w: string, id: string, before?: string) => json<T.IssueHistory>(at(w, `/issues/${part(id)}/history`, { before })),
  updates: (w: string, query: { before?: string; company?: string } = {}) => json<T.UpdatePage>(at(w, '/updates', query)),
  update: (w: string, id: string, before?: string) =>
    json<{ update: T.Update; links: T.UpdateLink[]; earlier: T.EarlierLinks[]; entries: T.Entry[]; next?: string }>(at(w, `/updates/${part(id)}`, { before })),
  actions: (w: string, before?: string) =>
    json<{ items: T.Action[]; next?: string; position: string }>(at(w, '/actions', { before })),
  polls: (w: string, before?: string, on?: string) => json<T.PollPage>(at(w, '/polls', { before, on })),
  poll: (w: string, id: string, before?: string) => json<T.PollWithBallots>(at(w, `/polls/${part(id)}`, { before })),
  checkReceipt: (w: string, poll: string, receipt: string) => json<T.ReceiptCheck>(at(w, `/polls/${part(poll)}/receipts`), { method: 'POST', body: { receipt } }),
  action: (w: string, id: string, before?: string) => json<{ action: T.Action; entries: T.Entry[]; next?: string }>(at(w, `/actions/${part(id)}`, { before })),

  beginUpload: (w: string, file: { name: string; size: number; archive?: boolean }, key: string) => json<T.Upload>(at(w, '/uploads'), { method: 'POST', body: file, key }),
  upload: (w: string, id: string) => json<T.Upload>(at(w, `/uploads/${part(id)}`)),
  imports: (w: string) => json<{ items: T.Import[] }>(at(w, '/imports')),
  beginImport: (w: string, list: string, wish: T.NewImport, key: string) => json<T.Import>(at(w, `/lists/${part(list)}/imports`), { method: 'POST', body: wish, key }),
  importLetters: (w: string, id: string, bad: boolean, page: number) => json<T.ImportLetters>(at(w, `/imports/${part(id)}/letters`, { only: bad ? 'bad' : undefined, page })),
  removeUpload: (w: string, id: string) => patiently(at(w, `/uploads/${part(id)}`), { method: 'DELETE' }),

  /** The path of something in a workspace, for `get`, `post`, `patch`, `remove` and `erase`, which is answered without words. */
  at: (w: string, ...parts: string[]) => at(w, parts.map((p) => `/${part(p)}`).join('')),
  get: <A>(path: string) => json<A>(path),
  erase: (path: string) => patiently(path, { method: 'DELETE' }),
  /** What only one feature asks for, which says in its own folder what comes. */
  read: <A>(path: string) => json<A>(path),
  ask: <A>(path: string, body: unknown, key: string) => json<A>(path, { method: 'POST', body, key }),
  discard: (path: string) => patiently(path, { method: 'DELETE' }),
  post: (path: string, body: unknown, key: string, shown?: string) => json<T.Accepted>(path, { method: 'POST', body, key, shown }),
  patch: (path: string, body: unknown, version: number, shown?: string) => json<T.Accepted>(path, { method: 'PATCH', body, version, shown }),
  change: (path: string, body: unknown, key: string) => json<T.Accepted>(path, { method: 'PATCH', body, key }),
  remove: (path: string, shown?: string) => json<T.Accepted>(path, { method: 'DELETE', shown }),

  /** The open event stream after `position`; the caller reads its body. */
  events: (w: string, after: string, signal: AbortSignal) =>
    once(at(w, '/events', { after }), { signal, accept: 'text/event-stream' }),
};
