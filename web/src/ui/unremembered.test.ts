import { expect, it } from 'vitest';
import { unremembered } from './unremembered';

const field = (name: string, attributes: Record<string, string> = {}) => ({
  attributes,
  matches: (kinds: string) => kinds.split(', ').includes(name),
  hasAttribute: (key: string) => key in attributes,
  setAttribute: (key: string, value: string) => void (attributes[key] = value),
});

it('a browser keeps nothing that is typed for the person who sits there next, but where a field asks for it', () => {
  const all = [field('input'), field('textarea'), field('input', { autocomplete: 'username' }), field('button')];
  all.forEach(unremembered);
  expect(all.map(({ attributes }) => attributes.autocomplete)).toEqual(['off', 'off', 'username', undefined]);
});

const components = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });

it('a browser fills in who somebody is, where that is asked, and nothing else', () => {
  const asked = Object.entries(components).flatMap(([file, text]) =>
    [...text.matchAll(/(?<!aria-)autocomplete="([^"]+)"/g)].filter(([, what]) => what !== 'off' && what !== 'one-time-code').map(([, what]) => `${file.slice(3)}: ${what}`));
  expect(asked.sort()).toEqual([
    'features/account/AddAddress.svelte: email',
    'features/sign-in/JoinView.svelte: name',
    'features/sign-in/OpenView.svelte: name',
    'features/sign-in/SignInView.svelte: username webauthn',
  ]);
});
