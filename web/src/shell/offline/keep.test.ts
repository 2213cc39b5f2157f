// Asks the browser to keep the program: as one answers whose policy of scripts lets a page make each policy once.
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => void vi.unstubAllGlobals());

it('a page asks for the worker after each view that it loads, until one is there, and makes its policy once', async () => {
  const made: string[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => {
      if (made.includes(name)) throw new TypeError(`Policy with name "${name}" already exists.`);
      made.push(name);
      return rules;
    },
  });
  const register = vi.fn((_: string) => Promise.reject(new Error('no line')));
  const serviceWorker: { controller: unknown; register: typeof register } = { controller: null, register };
  vi.stubGlobal('navigator', { onLine: true, serviceWorker });
  vi.resetModules();
  const { keepProgram } = await import('./keep');
  keepProgram();
  keepProgram();
  expect(register.mock.calls.map(([address]) => address)).toEqual(['/worker.js', '/worker.js']);
  serviceWorker.controller = {};
  keepProgram();
  expect([made, register.mock.calls.length]).toEqual([['caucus-worker'], 2]);
});
