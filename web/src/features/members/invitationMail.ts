// What became of the letter of an invitation, as far as somebody must do something about it.
import type { Invitation } from '../../api/types';

type Mail = NonNullable<Invitation['mail']>;

/** It will not arrive by itself. */
export const trouble = (mail: Invitation['mail']): mail is Mail => mail?.state === 'REJECTED' || mail?.state === 'RETURNED' || mail?.state === 'GIVEN_UP';

/** Nothing is to be expected within seconds. */
export const settled = (one: Invitation): boolean => !!one.mail && one.mail.state !== 'WAITING';

/** The host's codes, for the person who asks its operators. */
export const saidBy = (mail: Mail): string => [mail.code, mail.status].filter((part) => part).join(' ');
