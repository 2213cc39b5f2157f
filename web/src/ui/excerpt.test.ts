import { describe, expect, it } from 'vitest';
import { excerptOf, snippetOf } from './excerpt';

describe('the first words of what was said', () => {
  it.each([
    ['The form is **ready**, _mostly_.', 'The form is ready, mostly.'],
    ['We ran it with three.\n\n- 412 notices\n- [ ] 31 without a link\n2. Ask', 'We ran it with three. 412 notices 31 without a link Ask'],
    ['| Forum | Users |\n|---|:--:|\n| Lagos | 120,000 |', 'Forum · Users Lagos · 120,000'],
    ['## Part I\nSee [the draft](https://agency.example/draft), `24 h`.', 'Part I See the draft, 24 h.'],
    ['> within 24 hours\n> of notice\nI disagree.', 'I disagree.'],
    ['```\ncode\n```\n---\nwords', 'code words'],
    ['**', '**'],
  ])('%j reads %j', (text, words) => {
    expect(excerptOf(text)).toBe(words);
  });

  it.each(['2 * 3 * 4 = 24', 'snake_case_name and __init', 'a ** b ** c', '-5 degrees', 'https://x.example/a_b_c*d*', 'Yes | no', '[draft] as it is', 'C# is #1', 'قال: *نعم'])('%j stays as it is', (text) => {
    expect(excerptOf(text)).toBe(text);
  });

  it.each(['a', '*', '_', '`', '[', '**a', '[a](', '|', '- ', '*a '])('a long run of %j is cut', (sign) => {
    expect(excerptOf(sign.repeat(20_000), 10).length).toBeLessThanOrEqual(10);
  });
});

it('what was found stays marked, in what is quoted and formatted, too', () => {
  const parts = [{ text: '… propose.\n> act **within ' }, { text: '24 hours', found: true }, { text: '** of\n\n- **' }, { text: 'notice', found: true }, { text: '** is 2 * 3' }];
  expect(snippetOf(parts)).toEqual([
    { text: '… propose. act within ', found: false }, { text: '24 hours', found: true }, { text: ' of ', found: false }, { text: 'notice', found: true }, { text: ' is 2 * 3', found: false },
  ]);
});
