import { expect, it } from 'vitest';
import { isMetAt } from './agenda';

it('who comes is asked of what people meet at, and shown wherever somebody has said so', () => {
  const rsvp = { seat: 's', answer: 'WILL', note: '', at: '2026-06-21T10:00:00Z' } as const;
  for (const kind of ['REVIEW', 'CALL', 'PRESS_CONFERENCE', 'MEETING'] as const) expect(isMetAt({ kind, rsvps: [] })).toBe(true);
  for (const kind of ['SUBMISSION', 'STATEMENT', 'TASK', 'DEADLINE'] as const) {
    expect(isMetAt({ kind, rsvps: [] })).toBe(false);
    expect(isMetAt({ kind, rsvps: [rsvp] })).toBe(true);
  }
});
