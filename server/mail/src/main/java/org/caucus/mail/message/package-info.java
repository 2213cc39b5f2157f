/**
 * Letters: reading them leniently, writing them strictly, and never changing a byte that is not
 * ours.
 *
 * <p>A letter arrives as bytes and stays bytes. {@link org.caucus.mail.message.RawLetter} edits its
 * header block and leaves the body as it came, so that signatures survive a relay. {@link
 * org.caucus.mail.message.ParsedLetter} is what a person would read in it: addresses, subject,
 * text, attachments; it accepts every input and says {@code damaged} instead of throwing. {@link
 * org.caucus.mail.message.Automation} tells whether a machine wrote it.
 *
 * <p>What Caucus writes itself goes through {@link org.caucus.mail.message.Header}, which cannot
 * hold a line break, and {@link org.caucus.mail.message.PlainLetter}. Addresses are {@link
 * org.caucus.mail.message.MailAddress} from the first line of SMTP to the last; {@link
 * org.caucus.mail.message.NamedAddress} adds the display name.
 *
 * <p>The wire is next door: {@code inbound} takes letters in, {@code outbound} sends them, {@code
 * catchall} is the demo's post office. None of these packages knows what a workspace is.
 */
@NullMarked
package org.caucus.mail.message;

import org.jspecify.annotations.NullMarked;
