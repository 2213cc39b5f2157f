// Names of people answer to a pointer: at rest with their title and their time, pressed with their card. A name inside a
// link or a button is part of that. Who has no pointer finds the cards in the list of members.
import type { Seat } from '../api/types';
import { store } from '../stream/store.svelte';
import { profile as words } from '../words/profile';
import { timeThere } from './hours';
import { now } from './now.svelte';

const OWN = 'a, button, label, summary, [role=option], [role=menuitem]';
const named = (target: EventTarget | null): HTMLElement | undefined => (target instanceof Element && !target.closest(OWN) ? (target.closest<HTMLElement>('[data-seat]') ?? undefined) : undefined);

class PersonCards {
  seat = $state.raw<Seat>();

  hint(event: Event): void {
    const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-seat]') : null;
    const seat = store.get('seats', name?.dataset.seat);
    if (!name || !seat) return;
    const there = timeThere(seat.hours, now.at);
    const lines = [seat.title, seat.pronunciation && words.says(seat.pronunciation), there && (there.works ? words.clock(there.time) : words.outside(there.time))].filter(Boolean);
    if (lines.length > 0) name.title = lines.join('\n');
    else name.removeAttribute('title');
    if (named(name)) name.style.cursor = 'pointer';
  }
  press(event: Event): void {
    const seat = store.get('seats', named(event.target)?.dataset.seat);
    if (seat && !getSelection()?.toString()) this.seat = seat;
  }
}
export const cards = new PersonCards();
document.addEventListener('pointerover', (event) => cards.hint(event));
document.addEventListener('click', (event) => cards.press(event));
