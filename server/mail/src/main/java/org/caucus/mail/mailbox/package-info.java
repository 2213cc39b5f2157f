/**
 * Letters in files, as archives of other systems keep them: mbox in its dialects, Maildir,
 * public-inbox. {@link org.caucus.mail.mailbox.LetterArchive} reads them one by one, in order and
 * in little memory, however large; {@link org.caucus.mail.mailbox.MboxWriter} writes them. What is
 * read and written are octets: a letter that came in by one and leaves by another is the same to
 * the last of them.
 *
 * <p>{@link org.caucus.mail.mailbox.ThreadBuilder} says which letter answers which.
 */
@NullMarked
package org.caucus.mail.mailbox;

import org.jspecify.annotations.NullMarked;
