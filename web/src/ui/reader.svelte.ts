// What reads marks, once it is here: fetched when the first text that has some is shown, for all that come after.
import type { Prose } from './prose';
import { onDemand } from './onDemand';

class Reader {
  read = $state.raw<(text: string, files?: readonly string[]) => Prose>();
  private coming = false;

  fetch(): void {
    if (this.coming) return;
    this.coming = true;
    onDemand(
      () => import('./markdown'),
      ({ markdown }) => (this.read = markdown),
      () => (this.coming = false), // the line went: what is shown next asks again
    );
  }
}
export const reader = new Reader();
