import { describe, expect, it } from 'vitest';
import { rulesOf, spares } from '../../ui/faces';
import { squareOf, whyNot, within } from './picture';

const wide = { width: 400, height: 200 };

describe('a square cut out of a picture', () => {
  it('begins as large as it can be, and never leaves the picture', () => {
    expect(squareOf(wide, within(wide, { x: 0.5, y: 0.5, zoom: 1 }))).toEqual({ x: 100, y: 0, side: 200 });
    expect(squareOf(wide, within(wide, { x: 7, y: -7, zoom: 1 }))).toEqual({ x: 200, y: 0, side: 200 });
    expect(squareOf(wide, within(wide, { x: 0, y: 1, zoom: 2 }))).toEqual({ x: 0, y: 100, side: 100 });
    expect(within(wide, { x: 0.5, y: 0.5, zoom: 99 }).zoom).toBe(5);
    expect(within(wide, { x: 0.5, y: 0.5, zoom: 0.1 }).zoom).toBe(1);
  });

  it('says what cannot be opened before anything is unpacked', async () => {
    const png = (width: number, height: number): Blob => {
      const head = new DataView(new ArrayBuffer(32));
      head.setBigUint64(0, 0x89504e470d0a1a0an);
      head.setUint32(16, width);
      head.setUint32(20, height);
      return new Blob([head.buffer]);
    };
    expect(await whyNot(png(3000, 2000))).toBeUndefined();
    expect(await whyNot(png(60_000, 60_000))).toBe('pixels');
    expect(await whyNot(new Blob(['<?xml version="1.0"?><svg/>']))).toBe('svg');
    expect(await whyNot(new Blob(['%PDF-1.7']))).toBe('kind');
  });
});

describe('pictures where initials stand', () => {
  it('asks for those of seats that have one, and for none where data is saved', () => {
    const rules = rulesOf([{ id: 'one', picture: 'abc' }, { id: 'two' }], (seat) => `/p/${seat.id}/"${seat.picture}`);
    expect(rules).toContain('[data-face="one"]::after');
    expect(rules).toContain('url("/p/one/%22abc")');
    expect(rules).not.toContain('two');
    expect(spares({ saveData: true })).toBe(true);
    expect(spares({ effectiveType: 'slow-2g' })).toBe(true);
    expect(spares({ effectiveType: '4g' })).toBe(false);
    expect(spares(undefined)).toBe(false);
  });
});
