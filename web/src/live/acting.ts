// Acts that are not posts of text: edits, closures, commitments. They are not queued offline, since what they change
// may have moved on by then; they answer when the change is on this screen.
import { api, newKey } from '../api/api';
import type { Accepted } from '../api/types';
import { live } from './live.svelte';

async function arrived(accepted: Accepted): Promise<Accepted> {
  await live.arrival(accepted);
  return accepted;
}

export const act = {
  post: async (path: string, body: unknown = undefined): Promise<Accepted> => arrived(await api.post(path, body, newKey())),
  patch: async (path: string, body: object, version: number): Promise<Accepted> =>
    arrived(await api.patch(path, { ...body, version }, version)),
  remove: async (path: string): Promise<Accepted> => arrived(await api.remove(path)),
};
