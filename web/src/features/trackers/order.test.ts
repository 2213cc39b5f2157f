import { describe, expect, it } from 'vitest';
import type { Issue } from '../../api/types';
import { lines, number, sorted } from './order';

const issue = (label: string, more: Partial<Issue> = {}): Issue =>
  ({ id: label, label, title: label, state: 'OPEN', priority: 'NORMAL', type: 'TASK', labels: [], assignees: [], openedAt: '2026-06-01T00:00:00Z', changedAt: '2026-06-01T00:00:00Z', ...more }) as Issue;
const labels = (all: Issue[]): string[] => all.map((one) => one.label);
const shown = (all: ReturnType<typeof lines>): string[] => all.map((line) => ('issue' in line ? line.issue.label : `${line.group}: ${line.count}`));

describe('the order of a tracker', () => {
  const due = issue('COP-2', { due: '2026-06-20', priority: 'LOW' });
  const soon = issue('COP-10', { due: '2026-06-18', state: 'WAITING', changedAt: '2026-06-05T00:00:00Z' });
  const plain = issue('COP-9', { priority: 'URGENT', title: 'Appeals' });
  const all = [due, soon, plain];

  it('is by state, then by date, and the newest of the rest first', () => {
    expect(labels(sorted([...all, issue('COP-11')], 'usual'))).toEqual(['COP-2', 'COP-11', 'COP-9', 'COP-10']);
  });

  it('is what was asked for', () => {
    expect(labels(sorted(all, 'due'))).toEqual(['COP-10', 'COP-2', 'COP-9']);
    expect(labels(sorted(all, 'priority'))).toEqual(['COP-9', 'COP-10', 'COP-2']);
    expect(labels(sorted(all, 'changed'))).toEqual(['COP-10', 'COP-9', 'COP-2']);
    expect(labels(sorted(all, 'title'))[0]).toBe('COP-9');
  });

  it('reads the number of labels whose row has a name of its own', () => {
    expect(number(issue('COP-C7'))).toBe(7);
  });
});

describe('groups', () => {
  const all = [
    issue('COP-1', { labels: ['Press', 'appeal'], assignees: ['amina'], due: '2026-06-14' }), issue('COP-2', { labels: ['press'], due: '2026-06-22' }),
    issue('COP-3', { assignees: ['tobi', 'amina'], due: '2026-06-23', state: 'DONE' }), issue('COP-4', { due: '2026-09-01' }), issue('COP-5'),
  ];

  it('hold an issue under each of its labels, whatever their case, and those without one last', () => {
    expect(shown(lines(all, 'label', '2026-06-15', (group) => group))).toEqual(['appeal: 1', 'COP-1', 'press: 2', 'COP-1', 'COP-2', ': 3', 'COP-3', 'COP-4', 'COP-5']);
  });

  it('stand by name, or in the order that states and dates have', () => {
    expect(shown(lines(all, 'assignee', '2026-06-15', (id) => ({ amina: 'Zainab', tobi: 'Ada' })[id] ?? ''))).toEqual(['tobi: 1', 'COP-3', 'amina: 2', 'COP-1', 'COP-3', ': 3', 'COP-2', 'COP-4', 'COP-5']);
    expect(shown(lines(all, 'due', '2026-06-15', (group) => group))).toEqual(['overdue: 1', 'COP-1', 'week: 1', 'COP-2', 'month: 1', 'COP-3', 'later: 1', 'COP-4', 'none: 1', 'COP-5']);
    expect(shown(lines(all, 'state', '2026-06-15', (group) => group)).filter((line) => line.includes(':'))).toEqual(['OPEN: 4', 'DONE: 1']);
  });

  it('have keys of their own for each line', () => {
    const keys = lines(all, 'label', '2026-06-15', (group) => group).map((line) => line.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
