import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LONGEST_PRESS_MS, Press } from './press';

let page: EventTarget;
let press: Press;
let did: string[];

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  press = new Press(page);
  did = [];
});
afterEach(() => vi.useRealTimers());

const happens = (name: string, more: object = {}): boolean => page.dispatchEvent(Object.assign(new Event(name), { button: 0, pointerType: 'mouse', ...more }));
const notice = (): void => press.after(() => did.push('notice'));

test('what comes while nothing is held down is there at once', () => {
  notice();
  expect(did).toEqual(['notice']);
});

test('what comes while a button is held down waits until its click was heard', () => {
  page.addEventListener('click', () => did.push('click'));
  happens('pointerdown');
  notice();
  happens('pointerup');
  happens('click');
  expect(did).toEqual(['click']);
  vi.runAllTimers();
  expect(did).toEqual(['click', 'notice']);
});

test('what a click does itself does not wait', () => {
  page.addEventListener('click', notice);
  happens('pointerdown');
  happens('pointerup');
  happens('click');
  expect(did).toEqual(['notice']);
});

test('the click of a touch comes after its release, with a press of its own', () => {
  happens('pointerdown', { pointerType: 'touch' });
  notice();
  happens('pointerup', { pointerType: 'touch' });
  vi.advanceTimersByTime(20);
  happens('mousedown', { pointerType: undefined });
  expect(did).toEqual([]);
  happens('mouseup', { pointerType: undefined });
  happens('click');
  vi.runAllTimers();
  expect(did).toEqual(['notice']);
});

test.each(['pointercancel', 'dragstart', 'blur'])('%s ends a press that no release is told of', (name) => {
  happens('pointerdown');
  notice();
  happens(name);
  vi.advanceTimersByTime(1);
  expect(did).toEqual(['notice']);
});

test('a pointer that moves without a button has let go', () => {
  happens('pointerdown');
  notice();
  happens('pointermove', { buttons: 1 });
  vi.advanceTimersByTime(1);
  expect(did).toEqual([]);
  happens('pointermove', { buttons: 0 });
  vi.advanceTimersByTime(1);
  expect(did).toEqual(['notice']);
});

test('nothing is held back for longer than a press can take', () => {
  happens('pointerdown');
  notice();
  vi.advanceTimersByTime(LONGEST_PRESS_MS);
  expect(did).toEqual(['notice']);
  expect(press.down).toBe(false);
});

test('another button opens a menu of the browser, and holds nothing back', () => {
  happens('pointerdown', { button: 2 });
  expect(press.down).toBe(false);
});

test('who waits for the end of it goes on when it is over', async () => {
  happens('pointerdown');
  void press.over().then(() => did.push('over'));
  await Promise.resolve();
  expect(did).toEqual([]);
  happens('pointerup');
  await vi.runAllTimersAsync();
  expect(did).toEqual(['over']);
});
