import { expect, it } from 'vitest';
import { trustedScript } from './trusted';

it('only the worker and files of this build may become scripts', () => {
  expect(trustedScript('/worker.js')).toBe('/worker.js');
  expect(trustedScript('/assets/pdf.worker.min-BGSv8nUQ.js')).toBe('/assets/pdf.worker.min-BGSv8nUQ.js');
  for (const other of ['https://elsewhere.example/assets/a.js', '//elsewhere.example/a.js', '/api/workspaces/w/entries/e/attachments/1', '/assets/../api/a.js', 'data:text/javascript,1', 'blob:x']) {
    expect(() => trustedScript(other), other).toThrow(TypeError);
  }
});
