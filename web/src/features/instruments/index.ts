import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

export const instruments = feature({
  pages: {
    instruments: { path: '/w/:w/instruments', view: () => import('./InstrumentsView.svelte') },
    outline: { path: '/w/:w/outlines/:id', view: () => import('./OutlineView.svelte') },
    instrument: { path: '/w/:w/instruments/:slug', view: () => import('./InstrumentView.svelte'), shows: 'instrument' },
    comparison: { path: '/w/:w/instruments/:slug/compare/:editions', view: () => import('./CompareView.svelte') },
    provision: { path: '/w/:w/instruments/:slug/:path', view: () => import('./ProvisionView.svelte') },
  },
  to: {
    instruments: (w: string) => at(w, 'instruments'),
    outline: (w: string, id: string) => at(w, 'outlines', id),
    instrument: (w: string, slug: string) => at(w, 'instruments', slug),
    comparison: (w: string, slug: string, from: number, then: number) => at(w, 'instruments', slug, 'compare', `${String(from)}..${String(then)}`),
    provision: (w: string, slug: string, path: string) => at(w, 'instruments', slug, path),
  },
  place: { name: 'instruments', icon: 'instruments', words: () => t.nav.instruments },
});
