// The present by the server's clock, to the minute, so that "5 min. ago" ages on screen.
import { serverNow, whenHeard } from '../api/clock';
import { press } from '../api/press';

/** As far as a shown time may be off. */
const STEP_MS = 30_000;

class Now {
  at = $state.raw(new Date(serverNow()));
  constructor() {
    if (typeof document === 'undefined') return;
    setInterval(() => press.after(() => (this.at = new Date(serverNow()))), STEP_MS);
    whenHeard(() => {
      if (Math.abs(serverNow() - this.at.getTime()) > STEP_MS) this.at = new Date(serverNow());
    });
  }
}
export const now = new Now();
