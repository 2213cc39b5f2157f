/**
 * Mail to those who run the server: {@code postmaster@}, {@code abuse@}, {@code security@} and the
 * other role mailboxes of {@link org.caucus.mail.message.RoleMailboxes}.
 *
 * <p>Such a letter is kept on the {@link org.caucus.messaging.inbound.OperatorMailbox} and
 * forwarded to each address of {@code CAUCUS_OPERATORS} by {@link
 * org.caucus.messaging.rolemailboxes.OperatorMail}. What an operator answers to the forwarded
 * letter comes back to an address with a ticket and goes on to the sender, from the role mailbox.
 * No letter of a program is answered, and none that was forwarded from here is forwarded again.
 * {@code caucus mailbox} lists, shows and deletes, and answers and passes on by {@link
 * org.caucus.messaging.rolemailboxes.OperatorAnswers}.
 */
@NullMarked
package org.caucus.messaging.rolemailboxes;

import org.jspecify.annotations.NullMarked;
