// The issues that are chosen for a change of many, the change under way, and the way back from the last one.
import { SvelteSet } from 'svelte/reactivity';
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { wordsOf } from '../../ui/failures';
import { merging } from '../../words/merging';
import { backFrom, MOST_AT_ONCE, stepOf, type Change, type Step } from './bulk';
import { bring, edit, isClosed } from './moving';

const AT_A_TIME = 4;
interface Wanted { issue: Issue; step: Step }
/** Somebody moved it since: where it is now is their word. */
export class Moved extends Error {}
/** Why an issue could not be changed, in the server's words. */
export interface Failure { label: string; why: string }

export class Chosen {
  ids = new SvelteSet<string>();
  /** how many of a change under way are through; undefined when none is */
  progress = $state.raw<{ done: number; all: number }>();
  failed = $state.raw<Failure[]>([]);
  changed = $state(0);
  undone = $state(false);
  /** as this change left each, and the way back */
  #back: Wanted[] = [];

  /** What can be undone now. */
  get undoable(): boolean {
    return this.changed > 0 && !this.undone && this.progress === undefined;
  }

  turn(id: string, on = !this.ids.has(id)): void {
    if (on && this.ids.size < MOST_AT_ONCE) this.ids.add(id);
    else if (!on) this.ids.delete(id);
  }

  /** As many of them as one change takes. */
  take(issues: Issue[]): void {
    for (const issue of issues.slice(0, MOST_AT_ONCE)) this.turn(issue.id, true);
  }

  clear(): void {
    this.ids.clear();
    this.failed = [];
    this.changed = 0;
    this.#back = [];
  }

  /** Each issue is a command of its own, so what one refuses holds up none of the others. */
  async change(change: Change): Promise<void> {
    const issues = [...this.ids].flatMap((id) => store.get('issues', id) ?? []);
    this.#back = [];
    this.undone = false;
    const wanted = issues.flatMap((issue): Wanted[] => {
      const step = stepOf(issue, change);
      if (!step) this.ids.delete(issue.id); // it has all of it
      return step ? [{ issue, step }] : [];
    });
    await this.#each(wanted, async ({ issue }) => {
      const now = held(issue); // it may have waited for its turn
      const step = stepOf(now, change);
      if (!step) return;
      const back = backFrom(now, step);
      this.#back.push({ issue: await this.#take(now, step), step: back });
    });
  }

  /** Only what is still as this change left it: what somebody else did since is theirs. */
  async undo(): Promise<void> {
    const back = this.#back;
    this.#back = [];
    this.undone = true;
    await this.#each(back, ({ issue, step }) => {
      if (step.state !== undefined && held(issue).state !== issue.state) throw new Moved();
      return this.#take(issue, step);
    });
  }

  async #take(issue: Issue, step: Step): Promise<Issue> {
    const state = step.state;
    const edited = state !== undefined && !isClosed(issue.state) && !isClosed(state) ? { ...step.edit, state } : step.edit;
    if (edited) await edit(issue, edited);
    if (state !== undefined && held(issue).state !== state) await bring(held(issue), state);
    return held(issue);
  }

  async #each(wanted: Wanted[], act: (one: Wanted) => unknown): Promise<void> {
    const failed: Failure[] = [];
    let next = 0;
    let done = 0;
    this.progress = { done, all: wanted.length };
    const worker = async (): Promise<void> => {
      for (let one = wanted[next++]; one !== undefined; one = wanted[next++]) {
        try {
          await act(one);
          this.ids.delete(one.issue.id);
        } catch (error) {
          failed.push({ label: one.issue.label, why: error instanceof Moved ? merging.conflict.title : wordsOf(error) });
        }
        this.progress = { done: ++done, all: wanted.length };
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    this.failed = failed;
    this.changed = wanted.length - failed.length;
    this.progress = undefined;
  }
}

const held = (issue: Issue): Issue => store.get('issues', issue.id) ?? issue;
