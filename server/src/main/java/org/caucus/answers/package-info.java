/**
 * What this server answers to letters by itself (RFC 3834): the transcript of what was ordered by
 * mail.
 *
 * <p>{@link org.caucus.answers.CommandTranscriptMail} writes it when it is sent, so {@link
 * org.caucus.answers.CommandTranscript} tells what the asker may read then; {@link
 * org.caucus.answers.TranscriptMessages} holds every string. {@link
 * org.caucus.answers.AutoReplyLimit} counts all such answers.
 */
@NullMarked
package org.caucus.answers;

import org.jspecify.annotations.NullMarked;
