import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

const to = {
  people: (w: string) => at(w, 'organisations'),
  organisation: (w: string, organisation: string) => at(w, 'organisations', organisation),
  handover: (w: string, seat: string) => at(w, 'organisations', 'handover', seat),
  roster: (w: string) => at(w, 'organisations', 'roster', 'new'),
  audit: (w: string) => at(w, 'audit'),
};

export const members = feature({
  pages: {
    people: { path: '/w/:w/organisations', view: () => import('./PeopleView.svelte') },
    organisation: { path: '/w/:w/organisations/:organisation', view: () => import('./OrganisationView.svelte') },
    handover: { path: '/w/:w/organisations/handover/:seat', view: () => import('./HandoverView.svelte') },
    roster: { path: '/w/:w/organisations/roster/new', view: () => import('./RosterView.svelte') },
    audit: { path: '/w/:w/audit', view: () => import('./AuditView.svelte') },
  },
  to,
  place: { name: 'people', icon: 'people', words: () => t.nav.people },
  group: 'people',
  kinds: {
    organisations: {
      key: (x) => x.slug, kind: 'organisation', icon: 'people', route: to.people, words: (x) => x.name,
      palette: (x, w) => ({ title: x.name, href: to.people(w), place: t.nav.people }),
    },
    seats: { key: (x) => x.id, kind: 'seat', icon: 'people', route: to.people, words: (x) => x.name },
    invitations: { key: (x) => x.id, kind: 'invitation', icon: 'people', route: to.people, words: (x) => x.address },
  },
});
