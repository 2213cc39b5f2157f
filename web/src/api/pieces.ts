// Sends one piece of a file. Not by fetch, which cannot say how much of a body has left.
import { language } from '../words/language';
import { Refusal, Unreachable } from './problem';
import { HEADER, signIn } from './signIn';
import type { Problem, Upload } from './types';

/** Longest a piece may take before it is sent anew, in milliseconds: 8 KB a second is a line that can be waited for. */
const LONGEST_MS = 130_000;

/** `told` hears how many bytes of the piece have left. */
export function sendPiece(path: string, piece: Blob, told: (sent: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.timeout = LONGEST_MS;
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', language);
    signIn.look();
    request.setRequestHeader(HEADER, signIn.said);
    request.upload.onprogress = (event) => told(event.loaded);
    request.onload = () => {
      signIn.hear(request.getResponseHeader(HEADER));
      if (signIn.over) return;
      const said = read(request.responseText);
      const passes = request.status === 503 || request.status === 429 || request.status === 413;
      if (request.status === 200 && said !== undefined) done(said as Upload);
      else if (said === undefined && !passes) failed(new Unreachable(path)); // somebody on the way, and not the server
      else failed(new Refusal({ type: 'about:blank', title: '', detail: '', ...(said as Partial<Problem>), status: request.status }, waitOf(request)));
    };
    request.onerror = request.ontimeout = () => failed(new Unreachable(path));
    request.onabort = () => failed(new DOMException('taken back', 'AbortError'));
    const stop = (): void => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(piece);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page
  }
}

function waitOf(request: XMLHttpRequest): number | undefined {
  const seconds = Number(request.getResponseHeader('Retry-After'));
  return seconds > 0 ? seconds * 1000 : undefined;
}
