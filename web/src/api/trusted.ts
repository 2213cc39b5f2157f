// The one policy by which an address may become a script here (Trusted Types): the worker that keeps the program, and
// files of this build. A page may make each policy once.
interface Policy { createScriptURL(url: string): string }
interface Policies { createPolicy(name: string, rules: Policy): Policy }

export const WORKER = '/worker.js';
const BUILT = /^\/assets\/[\w.-]+\.js$/;
const rules: Policy = {
  createScriptURL: (url) => {
    if (url !== WORKER && !BUILT.test(url)) throw new TypeError(url);
    return url;
  },
};
let policy: Policy | undefined;
export const trustedScript = (address: string): string =>
  (policy ??= (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('caucus-worker', rules) ?? rules).createScriptURL(address);
