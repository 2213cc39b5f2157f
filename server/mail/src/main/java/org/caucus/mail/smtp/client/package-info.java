/**
 * Letters out: raw bytes to one next host, byte for byte, as fast as the protocol allows.
 *
 * <p>The delivery policy. One {@link org.caucus.mail.smtp.client.SmtpClient} speaks to one
 * destination, named by a {@link org.caucus.mail.smtp.client.SmtpUrl}. It keeps a bounded number of
 * connections open and uses them again. MAIL, RCPT and DATA go out together when the host announces
 * PIPELINING (RFC 2920). Nothing is converted: what the letter is, the host gets, with only the
 * dots doubled that SMTP needs doubled.
 *
 * <p>Every recipient ends as one {@link org.caucus.mail.smtp.client.RecipientOutcome}. A connection
 * that breaks before anything was told is {@link org.caucus.mail.smtp.client.SmtpUnreachable}; one
 * that breaks after the final dot leaves the outcome unknown, and unknown means {@link
 * org.caucus.mail.smtp.client.RecipientOutcome.TryLater}: a letter twice is better than none.
 *
 * <p>Blocking sockets, meant for virtual threads. The order of a conversation can be read from top
 * to bottom in {@code SmtpConnection}.
 */
@NullMarked
package org.caucus.mail.smtp.client;

import org.jspecify.annotations.NullMarked;
