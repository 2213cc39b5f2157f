import { describe, expect, it } from 'vitest';
import { NotLoaded, Refusal } from '../api/problem';
import { live } from './live.svelte';
import { isRefused, memoryOf, remember } from './remembered';
import { store } from './store.svelte';

const refusal = (status: number): Refusal => new Refusal({ type: 'about:blank', title: 'No', status, detail: 'No.' });

describe('what is remembered', () => {
  it('is of the workspace that is open, whatever a view of the one before still reads', () => {
    live.slug = 'code-of-practice';
    const before = memoryOf('code-of-practice');
    remember(before, 'board', 'of the code of practice');
    expect(memoryOf('code-of-practice').get('board')).toBe('of the code of practice');

    live.close();
    live.slug = 'other';
    remember(memoryOf('code-of-practice'), 'board', 'late'); // its view is on screen until the next is there
    remember(before, 'board', 'later');

    expect(memoryOf('other')).toBe(store.remembered);
    expect(memoryOf('other').size).toBe(0);
    live.slug = undefined;
  });

  it('has an end, and what was asked for longest ago goes first', () => {
    const memory = new Map<string, unknown>();
    for (let i = 0; i < 205; i++) remember(memory, `audiences ${i % 201}`, i);

    expect(memory.size).toBe(200);
    expect(memory.has('audiences 4')).toBe(false);
    expect(memory.get('audiences 3')).toBe(204);
  });

  it('is let go when the server says that it is not to be read, and kept while it says nothing', () => {
    expect([403, 404, 410].every((status) => isRefused(refusal(status)))).toBe(true);
    expect([refusal(503), new NotLoaded('/w/cop'), new Error('lost')].some(isRefused)).toBe(false);
  });
});
