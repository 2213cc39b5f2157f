// The audience of something that is being written: which audiences may be chosen here, and which one is.
// What the author saw stays chosen. If the server no longer offers it, nothing is chosen until the author chooses again.
import { untrack } from 'svelte';
import { api } from '../api/api';
import type { AudienceChoice, AudienceChoices } from '../api/types';
import { heads, named, parse, readersOf } from '../features/audience/audience';
import { slug } from '../stream/ours';
import { store } from '../stream/store.svelte';
import { Reading } from '../stream/reading.svelte';

export class Choosing {
  chosen = $state<string>();
  /** the author chose it, or it was restored with a draft */
  kept = $state(false);
  #named = $state<AudienceChoice>();
  #reading: Reading<AudienceChoices>;
  /** the place that the choices are of */
  #of = $state<string>();

  /** `fits`: which of those that are offered can be chosen; `usual`: where the author begins, if it is offered; else with what the server says is usual: the widest is chosen, never met. */
  constructor(private readonly under: () => string, kept?: string, private readonly usual: () => string | undefined = () => undefined, private readonly fits: (audience: string) => boolean = () => true) {
    this.chosen = kept;
    this.kept = kept !== undefined;
    const named = (): string[] | undefined => untrack(() => (this.chosen ? parse(this.chosen).seats : undefined));
    this.#reading = new Reading(async () => {
      const asked = named();
      const of = under();
      const read = await api.audiences(slug(), of, asked?.join(','));
      if (of === untrack(under)) this.#take(of, read); // else something else is answered by now
      return read;
    }, () => `audiences ${under()} ${named()?.join() ?? ''}`);
    if (this.#reading.value) this.#take(under(), this.#reading.value); // counted again before anything is sent
  }

  #take(of: string, read: AudienceChoices): void {
    this.#of = of;
    if (!this.kept || this.chosen === undefined) this.chosen = this.#first(read);
  }

  get choices(): AudienceChoice[] {
    const read = (this.#of === this.under() ? this.#reading.value?.items.filter((choice) => this.fits(choice.audience)) : undefined) ?? []; // who reads elsewhere says nothing of here
    const extra = this.#named;
    return extra && !read.some((choice) => choice.audience === extra.audience) ? [...read, extra] : read;
  }

  get choice(): AudienceChoice | undefined {
    return this.choices.find((choice) => choice.audience === this.chosen);
  }

  /** The seats that are shown to the author as readers. */
  get shown(): string[] {
    return this.choice?.organisations.flatMap((one) => one.seats) ?? [];
  }

  get loaded(): boolean {
    return this.#reading.value !== undefined;
  }

  /** counting again: nothing is sent until the count is known */
  get busy(): boolean {
    return this.#reading.busy;
  }

  get failure(): unknown {
    return this.#reading.failure;
  }

  /** Chosen earlier, offered no more: the author must choose again. */
  get gone(): boolean {
    return this.loaded && !this.#reading.busy && this.chosen !== undefined && this.choice === undefined;
  }

  choose(audience: string): void {
    this.chosen = audience;
    this.kept = true;
  }

  /** Back to what the place gives by itself (after sending, or when another entry is answered). */
  reset(): void {
    this.kept = false;
    this.chosen = this.#first(this.#reading.value);
  }

  #first(read: AudienceChoices | undefined): string | undefined {
    const items = read?.items.filter((choice) => this.fits(choice.audience));
    const offered = (audience?: string): AudienceChoice | undefined => items?.find((choice) => choice.audience === audience);
    return (offered(untrack(this.usual)) ?? offered(read?.usual) ?? items?.at(-1))?.audience;
  }

  /** Names people; counted here at once, since all of them are on screen with their organisations. */
  name(seats: string[]): void {
    const audience = named(seats);
    const organisations = readersOf(audience, store.all('seats'), store.all('organisations'));
    this.#named = { audience, label: '', readers: heads(organisations), organisations };
    this.choose(audience);
  }
}
