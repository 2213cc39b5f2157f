import { feature } from '../feature';

export const signIn = feature({
  pages: {
    home: { path: '/', view: () => import('./HomeView.svelte') },
    'sign-in': { path: '/sign-in', view: () => import('./SignInView.svelte') },
    join: { path: '/join/:token', view: () => import('./JoinView.svelte') },
    open: { path: '/open', view: () => import('./OpenView.svelte') },
  },
  to: {
    home: () => '/',
    signIn: () => '/sign-in',
  },
});
