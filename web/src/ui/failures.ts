// What to tell of a failure: the server's own words, that nobody answered, or that something here is wrong.
import { NotConfirmed } from '../api/passkeys';
import { NotLoaded, Refusal, Unreachable, Unread } from '../api/problem';
import { t } from '../words/words';

export function wordsOf(failure: unknown): string {
  if (failure instanceof Refusal) return failure.problem.detail || failure.problem.title;
  if (failure instanceof NotConfirmed) return t.problem.notConfirmed;
  if (failure instanceof NotLoaded) return t.problem.notLoaded;
  if (failure instanceof Unread) return t.problem.unread;
  return failure instanceof Unreachable ? t.problem.unreachable : t.problem.unexpected;
}
