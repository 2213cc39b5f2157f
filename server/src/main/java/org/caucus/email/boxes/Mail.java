package org.caucus.email.boxes;

import org.jspecify.annotations.Nullable;

/**
 * One letter of a box.
 *
 * @param octets as its sender's system wrote them, or as the box has them; null if it is larger
 *     than {@link Box#MAX_LETTER_OCTETS}, and was passed over
 * @param line the line that parts it from the letter before it in an mbox, without its end; null
 *     elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Mail(byte @Nullable [] octets, @Nullable String line) {}
