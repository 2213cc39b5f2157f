/**
 * Letters in: an SMTP server (RFC 5321) that says 250 only when a letter is durable.
 *
 * <p>{@link org.caucus.mail.smtp.server.SmtpServer} listens. Of each recipient it asks {@link
 * org.caucus.mail.smtp.server.RecipientCheck}; the whole letter, once for all its recipients, it
 * hands to a {@link org.caucus.mail.smtp.server.LetterSink} together with its {@link
 * org.caucus.mail.smtp.server.Envelope}. Limits stand in {@link
 * org.caucus.mail.smtp.server.SmtpServerSettings}.
 *
 * <p>SubEthaSMTP carries the connection: sockets, STARTTLS, command lines. The verbs that decide
 * what Caucus takes are ours, one class each, because the library's end a message on the wrong line
 * ends, accept bare ones, and name no enhanced status codes (RFC 2034). A letter gets its {@code
 * Received} field here, at the store step: RFC 5321 section 4.4 asks it of the person who accepts,
 * and so the stored letter itself says when, from where and how it came. A relay later adds no
 * second one.
 *
 * <p>Nothing here logs an address or a word of a letter. The library logs whole command lines at
 * level DEBUG: keep the logger {@code org.subethamail} at WARN.
 */
@NullMarked
package org.caucus.mail.smtp.server;

import org.jspecify.annotations.NullMarked;
