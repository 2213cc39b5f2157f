/** As much of Node as the build asks for: the types of all of it are no library of ours. */
declare module 'node:fs' {
  export function readFileSync(file: string, encoding: 'utf8'): string;
  export function readdirSync(directory: string, options: { recursive: true; encoding: 'utf8' }): string[];
}
