import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const deliveries = feature({
  pages: {
    trouble: { path: '/w/:w/mail-trouble', view: () => import('./TroubleView.svelte') },
    deliveries: { path: '/w/:w/entries/:entry/mail', view: () => import('./DeliveriesView.svelte') },
    message: { path: '/w/:w/m/:hash', view: () => import('./MessageView.svelte'), place: 'lists' },
  },
  to: {
    trouble: (w: string) => at(w, 'mail-trouble'),
    deliveries: (w: string, entry: string) => at(w, 'entries', entry, 'mail'),
  },
});
