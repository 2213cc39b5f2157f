// What this seat is writing, also with the server: loaded after the first view.
import { mount, unmount } from 'svelte';
import { api, newKey } from '../../api/api';
import type { OwnDraft, OwnDraftHead, OwnDraftPage } from '../../api/types';
import { announcer } from '../../ui/announcer.svelte';
import OtherDraft from './OtherDraft.svelte';
import { ownDrafts as words } from '../../words/ownDrafts';
import { live } from '../../stream/live.svelte';
import { looking, mySeat } from '../../stream/ours';
import { locker } from '../../stream/ownLocker';
import { SameDrafts } from './sameDrafts';
import { drafts } from '../../stream/writing';

let same: SameDrafts | undefined;
let of = '';
const shown = new Map<Element, Record<string, unknown>>();

/** Two versions are shown in every form that the draft is in, above what is written there. */
function offer(place: string): void {
  for (const [form, one] of shown) {
    if (form.isConnected && form.getAttribute('data-two') !== place) continue;
    void unmount(one);
    form.removeAttribute('data-two');
    shown.delete(form);
  }
  const other = same?.others.get(place);
  if (!other) return;
  for (const { form } of same?.forms(place) ?? []) {
    const target = form();
    if (!target || shown.has(target)) continue;
    target.setAttribute('data-two', place);
    shown.set(target, mount(OtherDraft, { target, anchor: target.firstChild ?? undefined, props: { other, choose: (which) => same?.choose(place, which) } }));
  }
}

/** Call whenever a workspace is open and its line is back. */
export function keepDrafts(w: string): void {
  const seat = mySeat();
  if (seat === '' || looking() !== undefined) return;
  if (!same || of !== `${w} ${seat}`) {
    same?.close();
    of = `${w} ${seat}`;
    const mine = new SameDrafts(seat, drafts, locker, {
      list: () => api.get<OwnDraftPage>(api.at(w, 'own-drafts')),
      get: (id) => api.get<OwnDraft>(api.at(w, 'own-drafts', id)),
      save: async (body) => (await api.post(api.at(w, 'own-drafts'), body, newKey())) as unknown as OwnDraftHead,
      drop: (id, version) => api.erase(`${api.at(w, 'own-drafts', id)}?version=${version}`),
      online: () => navigator.onLine,
      // a form that is being set up is there in a moment
      offer: (place) => void setTimeout(() => same === mine && offer(place)),
      gone: () => announcer.toast(words.gone),
      refused: (why) => announcer.toast(why),
    });
    same = mine;
    drafts.beside = {
      changed: (...what) => mine.changed(...what),
      followed: (...what) => mine.followed(...what),
      close() {
        mine.close();
        [same, of, drafts.beside] = [undefined, '', undefined];
      },
    };
    live.drafted = (said) => mine.told(JSON.parse(said) as { id: string; version: string });
  }
  void same.meetAll().catch(() => undefined); // without a line all stays here, and is sent when it is back
}

addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && same?.hurry());
