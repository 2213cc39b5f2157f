// Every feature of the browser, once. A new one is a folder with an `index.ts` and a line in each of the three lists here.
import type { Ref } from '../api/types';
import { account } from './account/index';
import { actions } from './actions/index';
import { activity } from './activity/index';
import { conversations } from './conversations/index';
import { deliveries } from './deliveries/index';
import type { AnyFeature, Held, Kind } from './feature';
import { files } from './files/index';
import { imports } from './imports/index';
import { instruments } from './instruments/index';
import { lists } from './lists/index';
import { members } from './members/index';
import { moderation } from './moderation/index';
import { ownDrafts } from './ownDrafts/index';
import { polls } from './polls/index';
import { reviews } from './reviews/index';
import { search } from './search/index';
import { settings } from './settings/index';
import { signIn } from './sign-in/index';
import { subscriptions } from './subscriptions/index';
import { timeline } from './timeline/index';
import { trackers } from './trackers/index';
import { unread } from './unread/index';
import { updates } from './updates/index';
import { welcome } from './welcome/index';

/** In the order of the rail and of the keys 1 to 6. */
export const FEATURES: AnyFeature[] = [activity, lists, trackers, updates, actions, members, polls, instruments, reviews, conversations, search, files, moderation, subscriptions, deliveries, imports, unread, timeline, welcome, settings, ownDrafts, account, signIn];

export const pages = {
  ...signIn.pages, ...account.pages, ...activity.pages, ...lists.pages, ...imports.pages, ...trackers.pages, ...updates.pages, ...actions.pages, ...members.pages, ...polls.pages, ...instruments.pages, ...reviews.pages, ...conversations.pages,
  ...search.pages, ...files.pages, ...moderation.pages, ...subscriptions.pages, ...deliveries.pages, ...unread.pages, ...timeline.pages, ...welcome.pages, ...settings.pages, ...ownDrafts.pages,
};

/** Writes the address of each page. */
export const to = {
  ...signIn.to, ...account.to, ...activity.to, ...lists.to, ...imports.to, ...trackers.to, ...updates.to, ...actions.to, ...members.to, ...polls.to, ...instruments.to, ...reviews.to, ...conversations.to, ...search.to, ...files.to, ...moderation.to,
  ...subscriptions.to, ...deliveries.to, ...unread.to, ...timeline.to, ...welcome.to, ...settings.to, ...ownDrafts.to,
};

export type AnyKind = Kind<unknown> & { held: Held; group?: string };

/** The choices of the activity, each once, by its name. */
export const GROUPS = new Map(FEATURES.flatMap(({ group }) => (group ? [[group.name, group.words] as const] : [])));

/** All kinds of things, each by what the store holds it under. */
export const KINDS = Object.fromEntries(
  FEATURES.flatMap((one) => Object.entries(one.kinds ?? {}).map(([held, kind]) => [held, { ...kind, held, group: one.group?.name }])),
) as Record<Held, AnyKind>;

const OF_THE_LOG = new Map(Object.values(KINDS).filter((one) => one.kind).map((one) => [one.kind, one]));

/** What is known of a kind of thing as the log calls it; of the workspace itself nothing. */
export const kindOf = (kind: Ref['kind'] | undefined): AnyKind | undefined => OF_THE_LOG.get(kind);
