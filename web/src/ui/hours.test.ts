import { expect, it } from 'vitest';
import { daysWords, minuteOf, timeOf, timeThere, type Hours } from './hours';

const lagos: Hours = { from: 540, until: 1020, days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], zone: 'Africa/Lagos' };

it('says what time it is for somebody, and whether they work then', () => {
  const tuesday = new Date('2026-12-01T22:10:00Z');
  expect(timeThere(lagos, tuesday)).toEqual({ time: '23:10', works: false });
  expect(timeThere(lagos, new Date('2026-12-01T08:00:00Z'))).toEqual({ time: '09:00', works: true });
  expect(timeThere(lagos, new Date('2026-12-01T16:00:00Z'))).toEqual({ time: '17:00', works: false });
  // it is Sunday there already
  expect(timeThere({ ...lagos, zone: 'Asia/Amman', days: ['SATURDAY'], from: 0, until: 1440 }, new Date('2026-12-05T22:30:00Z'))).toEqual({ time: '01:30', works: false });
});

it('says nothing of who did not say, or of a zone that is not known here', () => {
  expect(timeThere(undefined, new Date())).toBeUndefined();
  expect(timeThere({ ...lagos, zone: 'Mars/Olympus' }, new Date())).toBeUndefined();
});

it('names days that follow each other as one stretch', () => {
  expect(daysWords(lagos.days)).toBe('Mon–Fri');
  expect(daysWords(['MONDAY', 'WEDNESDAY'])).toBe('Mon, Wed');
  expect(daysWords(['SUNDAY', 'MONDAY'])).toBe('Mon, Sun');
});

it('keeps minutes as the field has them', () => {
  expect(minuteOf('09:05')).toBe(545);
  expect(timeOf(545)).toBe('09:05');
  expect(timeOf(1440)).toBe('23:59');
});
