import { afterEach, expect, it, vi } from 'vitest';
import { api } from '../api/api';
import type { Bell } from '../api/types';
import { bell } from './bell.svelte';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('the number that notifications set on the icon goes once all is read, wherever it was read', async () => {
  const clearAppBadge = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { onLine: true, clearAppBadge });
  const says = (unread: number): void => void vi.spyOn(api, 'bell').mockResolvedValue({ items: [], total: 0, unread, canUndo: false } as unknown as Bell);
  says(1);
  await bell.read();
  expect(clearAppBadge).not.toHaveBeenCalled();
  says(0);
  await bell.read();
  expect(clearAppBadge).toHaveBeenCalledOnce();
});
