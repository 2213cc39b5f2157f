// The browser workspace of Caucus. How a click travels: a view calls `live/` (read, act, outbox), `live/` calls
// `api/api.ts`, the answer carries a position, and the screen says *saving* until the frame at that position came over
// the one stream in `stream/live.svelte.ts` and was put into `stream/store.svelte.ts`, from which every view derives.
//
//   router/    addresses, both ways              words/    every visible string
//   api/       all fetching; generated types     ui/       pieces that features share (AudienceChip, Composer, ...)
//   live/      store, stream, outbox, drafts     frame/    rail, bars and account menu around a workspace's views
//   audience/  who reads: words, order, counts   activity/ lists/ trackers/ updates/ actions/ people/ holds/ sign-in/
//   account/   sign-in methods, sessions, tokens            step-up/  the dialog that asks once more who is there
//   offline/   what the browser keeps of the program
import { mount } from 'svelte';
import App from './App.svelte';
import { api, whenLooking, whenProofIsNeeded, whenSignedOut } from './api/api';
import { whenActing } from './api/seat';
import { signIn, whenAwake, whenOver } from './api/signIn';
import { forgetWritten } from './stream/drafts';
import { live } from './stream/live.svelte';
import { lookedAs } from './stream/look';
import { locker } from './stream/ownLocker';
import { closeOutbox } from './stream/writing';
import './base.css';
import { keepProgram, replaced } from './shell/offline/keep';
import { here } from './shell/router/here.svelte';
import { stepUp } from './features/step-up/stepUp.svelte';
import './tokens.css';
import { keepFocus } from './ui/busyFocus';
import { findFocus } from './ui/lostFocus';
import { aboveKeys } from './ui/keyboard';
import { keepWhole } from './ui/pasting';
import { theme, wear } from './ui/theme';
import { forgetTyped } from './ui/unremembered';
import { announceLanguage } from './words/language';

wear(theme());
announceLanguage(document.documentElement);
keepProgram(); // beside what the first view waits for: a page loaded again right after it is ours already
here.start();
keepFocus();
findFocus();
keepWhole();
forgetTyped();
aboveKeys(document.documentElement);
whenSignedOut(() => {
  // nothing of it stays in memory: anyone who is next has a new page; who only followed a link was not thrown out
  if (signIn.sure) return signIn.end('ended');
  closeOutbox();
  locker.close();
  live.close();
  if (here.route.name === 'sign-in') return;
  here.go(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
});
whenAwake(api.me);
whenOver(async (why) => {
  // what this device shows is not for who is next
  if (localStorage.getItem('caucus.push') === signIn.said) void import('./features/subscriptions/pushing').then(({ hush }) => hush());
  closeOutbox();
  live.close();
  if (why !== 'anew') forgetWritten(sessionStorage);
  if (why !== 'out') {
    await locker.written(); // sealed: it is its author's when they are back
    return locker.close(); // and what could not be kept asks nobody else whether to leave
  }
  locker.forget();
  forgetWritten(localStorage);
});
// Files of the build that this page is of are gone, when the server has another. What was typed is a draft by then.
addEventListener('vite:preloadError', () => void replaced().then((gone) => gone && location.reload()));
navigator.serviceWorker?.addEventListener('message', ({ data }) => data?.notified && here.go(`/notified/${data.notified}`));
whenProofIsNeeded((ways) => stepUp.prove(ways));
whenActing(() => here.route.params.w);
whenLooking(lookedAs);
const target = document.getElementById('app');
if (target) {
  // The page's own words stay until there is something to see: on a bad line the code of a view is long on its way.
  const opening = [...target.children];
  mount(App, { target, props: { onshown: () => opening.forEach((one) => one.remove()) } });
}
