// Words of what hangs on one thing, beside those that all pages share.
export const conversation = {
  earlier: 'Earlier comments',
} as const;
