// The present, to the minute, so that "5 min. ago" ages on screen.
class Now {
  at = $state.raw(new Date());
  constructor() {
    if (typeof document !== 'undefined') setInterval(() => (this.at = new Date()), 30_000);
  }
}
export const now = new Now();
