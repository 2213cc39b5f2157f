import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal, Unreachable } from '../../api/problem';
import type { OwnDraft, OwnDraftHead, SaveOwnDraft } from '../../api/types';
import { Drafts, type Draft } from '../../stream/drafts';
import { MemoryStorage } from '../../stream/memory';
import { SameDrafts } from './sameDrafts';

/** A server that keeps drafts as the real one does, and tells every device of each change. */
class Server {
  kept = new Map<string, OwnDraft>();
  asked: string[] = [];
  line = true;
  devices: Device[] = [];
  #n = 0;

  #hears(what: string): void {
    if (!this.line) throw new Unreachable(what);
    this.asked.push(what);
  }
  #mustStand(id: string, version?: string): void {
    const standing = this.kept.get(id);
    if (standing && standing.version !== version) throw new Refusal({ type: 'about:blank', title: '', status: 409, detail: 'stale', current: { ...standing } as never });
  }
  #tell(id: string): void {
    const version = this.kept.get(id)?.version ?? '';
    for (const device of this.devices) if (device.hears) device.same.told({ id, version });
  }

  ways(device: () => Device): ConstructorParameters<typeof SameDrafts>[3] {
    return {
      list: async () => (this.#hears('list'), { items: [...this.kept.values()] }),
      get: async (id) => {
        this.#hears(`get ${id}`);
        return this.kept.get(id) ?? Promise.reject(new Refusal({ type: 'about:blank', title: '', status: 404, detail: '' }));
      },
      save: async ({ place, version, draft }: SaveOwnDraft): Promise<OwnDraftHead> => {
        this.#hears(`save ${place}`);
        const id = `id of ${place}`;
        this.#mustStand(id, version);
        const now = { id, place, version: `v${++this.#n}`, changedAt: '2026-12-01T10:00:00Z', draft };
        this.kept.set(id, now);
        this.#tell(id);
        return now;
      },
      drop: async (id, version) => {
        this.#hears(`drop ${id}`);
        this.#mustStand(id, version);
        if (this.kept.delete(id)) this.#tell(id);
      },
      online: () => this.line,
      offer: (place) => device().offered.push(place),
      gone: () => void device().gone++,
      refused: (why) => device().refused.push(why),
    };
  }
}

class Device {
  readonly storage = new MemoryStorage();
  readonly drafts = new Drafts(this.storage);
  readonly same: SameDrafts;
  offered: string[] = [];
  refused: string[] = [];
  gone = 0;
  hears = true;

  constructor(server: Server) {
    this.same = new SameDrafts('ngozi', this.drafts, this.storage, server.ways(() => this));
    this.drafts.beside = this.same;
    server.devices.push(this);
  }
  /** Somebody has the cursor in the box of that place. */
  typing(place: string): () => void {
    return this.drafts.follow('ngozi', place, { form: () => undefined, act: (_, asked) => asked });
  }
  write(draft: Draft, place = 'thread:t1'): void {
    this.drafts.write('ngozi', place, draft);
  }
  text(place = 'thread:t1'): string | undefined {
    return this.drafts.read('ngozi', place)?.text;
  }
}

const calm = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20_000);
function two(): [Server, Device, Device] {
  const server = new Server();
  return [server, new Device(server), new Device(server)];
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one draft on two devices', () => {
  it('goes on where the other stopped, and is sent once for many strokes', async () => {
    const [server, laptop, phone] = two();
    for (const text of ['D', 'De', 'Dear', 'Dear all']) laptop.write({ text, subject: 'Fees', audience: 'CIVIL_SOCIETY', fields: { due: '2026-12-05' } });
    await calm();
    expect(server.asked.filter((one) => one.startsWith('save'))).toHaveLength(1);
    expect(phone.drafts.read('ngozi', 'thread:t1')).toEqual({ text: 'Dear all', subject: 'Fees', audience: 'CIVIL_SOCIETY', fields: { due: '2026-12-05' } });
    phone.write({ text: 'Dear all, the fees', audience: 'CIVIL_SOCIETY' });
    await calm();
    expect(laptop.text()).toBe('Dear all, the fees');
    const { length } = server.asked;
    await calm();
    expect(server.asked, 'nothing changed').toHaveLength(length);
    phone.drafts.drop('ngozi', 'thread:t1');
    await calm();
    expect([laptop.text(), server.kept.size]).toEqual([undefined, 0]);
  });

  it('that is sent just after it was kept is asked for by nobody', async () => {
    const [server, laptop] = two();
    laptop.write({ text: 'Yes, on Thursday' });
    await vi.advanceTimersByTimeAsync(1_600);
    laptop.drafts.drop('ngozi', 'thread:t1');
    await calm();
    expect(server.asked).toEqual(['save thread:t1', 'drop id of thread:t1']);
  });

  it('that was written on both without a line is kept twice until its author says which', async () => {
    for (const [which, left] of [['mine', 'of the phone'], ['theirs', 'of the laptop'], ['both', 'of the phone\n\nof the laptop']] as const) {
      const [server, laptop, phone] = two();
      server.line = false;
      laptop.write({ text: 'of the laptop', audience: 'EVERYONE' });
      phone.write({ text: 'of the phone', audience: 'CIVIL_SOCIETY' });
      await calm();
      server.line = true;
      await laptop.same.meetAll();
      await calm();
      await phone.same.meetAll();
      await calm();
      expect(phone.text()).toBe('of the phone');
      expect(phone.same.others.get('thread:t1')?.draft.text).toBe('of the laptop');
      expect(server.kept.get('id of thread:t1')?.draft.text, 'nothing is written over it').toBe('of the laptop');
      phone.same.choose('thread:t1', which);
      await calm();
      expect([phone.text(), laptop.text(), server.kept.get('id of thread:t1')?.draft.text]).toEqual([left, left, left]);
      if (which === 'both') expect(phone.drafts.read('ngozi', 'thread:t1')?.audience, 'they were meant for others').toBe('');
      expect(phone.same.others.size).toBe(0);
    }
  });

  it('is not changed under the hands of who types', async () => {
    const [, laptop, phone] = two();
    laptop.write({ text: 'Dear' });
    await calm();
    const leave = phone.typing('thread:t1');
    laptop.write({ text: 'Dear all' });
    await calm();
    expect([phone.text(), phone.same.others.get('thread:t1')?.draft.text]).toEqual(['Dear', 'Dear all']);
    phone.write({ text: 'Dear friends' });
    await calm();
    expect(laptop.text(), 'what waits for an answer is not sent').toBe('Dear all');
    leave();
    phone.same.choose('thread:t1', 'mine');
    await calm();
    expect(laptop.text()).toBe('Dear friends');
  });

  it('stays where it was typed on, if the other device sent it', async () => {
    const [server, laptop, phone] = two();
    laptop.write({ text: 'Dear all' });
    await calm();
    phone.hears = false;
    phone.write({ text: 'Dear all, and more' });
    laptop.drafts.drop('ngozi', 'thread:t1');
    await calm();
    expect(phone.text()).toBe('Dear all, and more');
    expect(server.kept.get('id of thread:t1')?.draft.text).toBe('Dear all, and more');
  });

  it('that was sent without a line is gone from the server with the line', async () => {
    const [server, laptop] = two();
    laptop.write({ text: 'Dear all' });
    await calm();
    server.line = false;
    laptop.drafts.drop('ngozi', 'thread:t1');
    await calm();
    server.line = true;
    await laptop.same.meetAll();
    expect(server.kept.size).toBe(0);
    expect(laptop.text()).toBeUndefined();
  });

  it('is of an edit with the text that it began with', async () => {
    const [server, laptop, phone] = two();
    const edit = { text: 'On fees, none', audience: 'EVERYONE', fields: { from: 'On fees' } };
    laptop.write(edit, 'edit:entry:e1');
    await calm();
    expect(phone.drafts.read('ngozi', 'edit:entry:e1')).toEqual(edit);
    phone.drafts.drop('ngozi', 'edit:entry:e1');
    await calm();
    expect([server.kept.size, laptop.text('edit:entry:e1')]).toEqual([0, undefined]);
  });

  it('says why it is kept here alone, and sends no drafts of a company and no empty forms', async () => {
    const [server, laptop] = two();
    laptop.write({ text: 'x' }, 'updates/draft');
    laptop.write({ text: '', fields: { kind: 'MEETING' } }, 'actions');
    await calm();
    expect(server.asked).toEqual([]);
    laptop.same.close();
    laptop.write({ text: 'of somebody who has signed out' });
    await calm();
    expect(server.asked).toEqual([]);
  });
});
