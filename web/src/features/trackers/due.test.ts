import { expect, it } from 'vitest';
import type { Issue } from '../../api/types';
import { byDue } from './due';

const issue = (label: string, due: string | undefined, priority: Issue['priority'] = 'NORMAL'): Issue => ({ id: label, label, due, priority }) as Issue;

it('puts each issue on its day, the most pressing first, and those without a date apart', () => {
  const days = byDue([issue('COP-1', '2026-07-01'), issue('COP-2', '2026-07-01', 'URGENT'), issue('COP-3', undefined), issue('COP-4', '2026-06-30')]);
  expect([...days.keys()].sort()).toEqual(['', '2026-06-30', '2026-07-01']);
  expect(days.get('2026-07-01')?.map((one) => one.label)).toEqual(['COP-2', 'COP-1']);
  expect(days.get('')?.map((one) => one.label)).toEqual(['COP-3']);
});
