/**
 * Letters that decide about letters.
 *
 * <p>{@link org.caucus.messaging.inbound.pipeline.moderation.ModerationReply} reads an answer to a
 * question about a letter that waits; {@link
 * org.caucus.messaging.inbound.pipeline.moderation.ModerationDecision} finds the word in it and
 * what is to be told to the sender. {@link
 * org.caucus.messaging.inbound.pipeline.moderation.ModerationCodeLeakCheck} keeps the codes by
 * which that is done out of everything else that is mailed here.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.moderation;

import org.jspecify.annotations.NullMarked;
