/**
 * What this server answers to letters by itself (RFC 3834): the transcript of what was ordered by
 * mail.
 *
 * <p>{@link org.caucus.messaging.notifications.autoreply.CommandTranscriptMail} writes it when it
 * is sent, so {@link org.caucus.messaging.notifications.autoreply.CommandTranscript} tells what the
 * asker may read then; {@link org.caucus.messaging.notifications.autoreply.TranscriptMessages}
 * holds every string. {@link org.caucus.messaging.notifications.autoreply.AutoReplyLimit} counts
 * all such answers.
 */
@NullMarked
package org.caucus.messaging.notifications.autoreply;

import org.jspecify.annotations.NullMarked;
