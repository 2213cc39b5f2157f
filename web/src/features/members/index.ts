import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature, waiting } from '../feature';

const to = {
  people: (w: string) => at(w, 'organisations'),
  organisation: (w: string, organisation: string) => at(w, 'organisations', organisation),
  organisationSettings: (w: string, organisation: string) => at(w, 'organisations', organisation, 'settings'),
  handover: (w: string, seat: string) => at(w, 'organisations', 'handover', seat),
  roster: (w: string) => at(w, 'organisations', 'roster', 'new'),
  audit: (w: string) => at(w, 'audit'),
  profile: (w: string) => at(w, 'profile'),
};

export const members = feature({
  pages: {
    people: { path: '/w/:w/organisations', view: () => import('./PeopleView.svelte') },
    organisation: { path: '/w/:w/organisations/:organisation', view: () => import('./OrganisationView.svelte') },
    'organisation-settings': { path: '/w/:w/organisations/:organisation/settings', view: () => import('./OrganisationSettings.svelte') },
    handover: { path: '/w/:w/organisations/handover/:seat', view: () => import('./HandoverView.svelte') },
    roster: { path: '/w/:w/organisations/roster/new', view: () => import('./RosterView.svelte') },
    profile: { path: '/w/:w/profile', view: () => import('./ProfileView.svelte') },
    audit: { path: '/w/:w/audit', view: () => import('./AuditView.svelte') },
  },
  to,
  place: { name: 'people', icon: 'people', words: () => t.nav.people },
  group: { name: 'people', words: () => t.activity.kinds.people },
  kinds: {
    organisations: {
      key: (x) => x.slug, kind: 'organisation', icon: 'people', route: to.people, words: (x) => x.name,
      palette: (x, w) => ({ title: x.name, href: to.people(w), place: t.nav.people }),
    },
    seats: { key: (x) => x.id, kind: 'seat', icon: 'people', route: to.people, words: (x) => x.name },
    invitations: { key: (x) => x.id, kind: 'invitation', icon: 'people', route: to.people, words: (x) => x.address },
  },
  waits: [
    // what only a convenor can settle, and somebody waits for: who is locked out, who is to come in
    waiting({
      ask: async (me, { api }) => {
        if (!me.convenor) return { locked: 0, proposed: 0 };
        const [recoveries, proposals] = await Promise.all([api.recoveries(me.w), api.proposals(me.w)]);
        return { locked: recoveries.items.filter((one) => !one.confirmed && one.seat !== me.seat).length, proposed: proposals.items.filter((one) => one.by !== me.seat).length };
      },
      show: (me, asked) => [
        { line: t.activity.waitingLocked(asked?.locked ?? 0), n: asked?.locked ?? 0, href: to.people(me.w) },
        { line: t.activity.waitingProposed(asked?.proposed ?? 0), n: asked?.proposed ?? 0, href: to.people(me.w) },
      ],
    }),
  ],
});
