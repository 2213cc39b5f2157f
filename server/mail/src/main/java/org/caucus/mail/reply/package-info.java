/**
 * Reply parsing: {@link org.caucus.mail.reply.ReplyText} is what somebody wrote above the letter
 * they answer, {@link org.caucus.mail.reply.CourtesyPhrases} how letters begin and end, {@link
 * org.caucus.mail.reply.MobileSignature} and {@link org.caucus.mail.reply.OfficeSignature} what
 * phones and offices put below, {@link org.caucus.mail.reply.VisibleLine} a line without what is
 * not seen. The phrases of all languages are in {@code heard/}.
 */
@NullMarked
package org.caucus.mail.reply;

import org.jspecify.annotations.NullMarked;
