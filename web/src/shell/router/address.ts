/** One part of an address, whatever letters are in it. */
export const part = encodeURIComponent;

/** The address of a page inside a workspace: `at('cop', 'lists', 'all')` is `/w/cop/lists/all`. */
export const at = (workspace: string, ...rest: string[]): string => `/w/${[workspace, ...rest].map(part).join('/')}`;
