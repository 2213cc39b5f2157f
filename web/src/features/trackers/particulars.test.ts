import { describe, expect, it } from 'vitest';
import { asked, drafted, kept, particulars, wrongLabels } from './particulars';

describe('what a new issue is besides its words', () => {
  it('goes without saying where it is as usual, and leaves no draft', () => {
    expect(asked(particulars())).toEqual({});
    expect(kept(particulars())).toEqual({});
  });

  it('is told to the API as it was filled in', () => {
    const filled = { ...particulars(), type: 'QUESTION', priority: 'URGENT', labels: 'takedown, Takedown, press', number: ' 3(b) ', own: { agency: 'NITDA', since: '' } } as const;
    expect(asked(filled)).toEqual({ type: 'QUESTION', priority: 'URGENT', labels: ['takedown', 'press'], reference: { number: '3(b)' }, fields: { agency: 'NITDA' } });
  });

  it('comes back from a draft as it was left', () => {
    const left = { ...particulars(), type: 'DECISION', labels: 'appeal,', quote: 'within 24 hours', own: { agency: 'NITDA' } } as const;
    expect(particulars(kept(left))).toEqual(left);
  });

  it('says which labels the server would refuse', () => {
    expect(wrongLabels('a, b')).toBeUndefined();
    expect(wrongLabels('x'.repeat(41))).toBe('long');
    expect(wrongLabels(Array.from({ length: 21 }, (_, i) => `l${i}`).join())).toBe('many');
  });

  it('comes back from a post that was refused, to be edited', () => {
    const filled = { ...particulars(), type: 'QUESTION', labels: 'takedown, press', number: '3(b)', own: { agency: 'NITDA' } } as const;
    const back = drafted({ title: 'Notice period', audience: 'EVERYONE', ...asked(filled), due: '2026-07-01', assignees: ['ngozi', 'dara'] });
    expect(particulars(back)).toEqual(filled);
    expect([back.due, back.assignees]).toEqual(['2026-07-01', 'ngozi,dara']);
    expect(drafted({ title: 'Bare' })).toEqual({});
  });
});
