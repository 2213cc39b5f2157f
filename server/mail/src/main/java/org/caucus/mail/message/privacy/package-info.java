/**
 * What of a letter tells where its author is and with what they write, and what tells its author
 * that it is read. {@link org.caucus.mail.message.privacy.TraceFields} is cut from every letter
 * that is passed on, {@link org.caucus.mail.message.privacy.TraceRedaction} leaves the fields that
 * a letter needs and no others, {@link org.caucus.mail.message.privacy.RemoteContent} takes out
 * what a reader's program would fetch from elsewhere, {@link
 * org.caucus.mail.message.privacy.SignedOrEncrypted} knows what nothing of this may touch.
 */
@NullMarked
package org.caucus.mail.message.privacy;

import org.jspecify.annotations.NullMarked;
