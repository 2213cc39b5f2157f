// A line that breaks in the middle of an answer, hangs, or has somebody on it who answers instead of the server: a network
// that wants to be signed in to first, or a proxy before a server that is being started.
import { Unreachable } from './problem';

/** Longest that nothing at all may come, in milliseconds: a phone that has changed its network would wait for ever. */
export const LONGEST_SILENCE_MS = 60_000;
const TOO_LARGE = 413; // a limit on the way holds as well as one of the server's

/** Whether the server itself has answered, as far as that can be told. It has no pages at the addresses that are asked here. */
export function isOurs(response: Response, asked?: HeadersInit): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.ok) return new Headers(asked).get('Accept') === 'text/event-stream' ? type.startsWith('text/event-stream') : !type.startsWith('text/html');
  return type.includes('json') || [TOO_LARGE, 429, 503].includes(response.status);
}

/** Reads what was answered. Half an answer is not one: what it was about may have been done, and may be asked again under its key. */
export async function wordsIn<A>(response: Response): Promise<A> {
  try {
    return JSON.parse(await textOf(response)) as A;
  } catch (error) {
    throw new Unreachable(response.url, { cause: error });
  }
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const silence = setTimeout(() => void reader?.cancel(), LONGEST_SILENCE_MS); // what has come by then is not all of it
    const read = await reader?.read().finally(() => clearTimeout(silence));
    if (!read || read.done) return text + decoder.decode();
    text += decoder.decode(read.value, { stream: true });
  }
}
