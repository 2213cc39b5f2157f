// Reading a text/event-stream body (HTML Living Standard, 9.2.6). We read it ourselves instead of through EventSource,
// since EventSource hides the status of a refused stream (401, 404) and resends its first `after` for ever.
export interface Message {
  id?: string;
  data: string;
  /** its kind, where it is not a frame */
  event?: string;
  /** the Idempotency-Key of an act of the reader's own */
  key?: string;
}

/** Feed it text as it comes; it gives back the messages completed so far. Comments (heartbeats) give none. */
export class FrameReader {
  #rest = '';
  #id: string | undefined;
  #lines: string[] = [];
  #event: string | undefined;
  #key: string | undefined;

  feed(chunk: string): Message[] {
    const messages: Message[] = [];
    const text = this.#rest + chunk;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line, messages);
    return messages;
  }

  #line(line: string, messages: Message[]): void {
    if (line === '') {
      if (this.#lines.length > 0) messages.push({ id: this.#id, data: this.#lines.join('\n'), ...(this.#event ? { event: this.#event } : {}), ...(this.#key ? { key: this.#key } : {}) });
      this.#lines = [];
      this.#event = this.#key = undefined;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#lines.push(value);
    if (field === 'id') this.#id = value;
    if (field === 'event') this.#event = value;
    if (field === 'key') this.#key = value;
  }
}
