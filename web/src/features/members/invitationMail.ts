// What became of the letter of an invitation, as far as somebody must do something about it.
import type { Invitation } from '../../api/types';

type Mail = NonNullable<Invitation['mail']>;

/** It will not arrive by itself. */
export const trouble = (mail: Invitation['mail']): mail is Mail => mail?.state === 'REJECTED' || mail?.state === 'RETURNED' || mail?.state === 'GIVEN_UP';

/** Nothing is to be expected within seconds. */
export const settled = (one: Invitation): boolean => one.byLink === true || (!!one.mail && one.mail.state !== 'WAITING');

/** The host's codes, for the person who asks its operators. */
export const saidBy = (mail: Mail): string => [mail.code, mail.status].filter((part) => part).join(' ');

export type Filter = 'ALL' | 'UNOPENED' | 'OPENED' | 'BOUNCED' | 'LINK';

/** Whether an open invitation is among those asked for. */
export function shows(filter: Filter, one: Invitation): boolean {
  if (filter === 'BOUNCED') return trouble(one.mail);
  if (filter === 'OPENED') return one.opened !== undefined;
  if (filter === 'UNOPENED') return one.opened === undefined;
  return filter === 'ALL' || one.byLink === true;
}

/** A reminder may be sent now: by email, and not within a day of the last one. */
export const remindable = (one: Invitation, now: Date): boolean => !one.byLink && (one.mayRemind === undefined || Date.parse(one.mayRemind) <= now.getTime());
