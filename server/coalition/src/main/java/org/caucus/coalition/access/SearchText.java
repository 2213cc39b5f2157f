package org.caucus.coalition.access;

import java.time.Instant;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a search finds a thing by.
 *
 * @param in the conversation it belongs to; its own for a head
 * @param subject words that are found with it and are shown above it; may be empty
 * @param stranger whose words these are if a seat only let them in, as their letter says it
 * @param attachment whether a file came with it
 */
public record SearchText(
    Ref in,
    Instant at,
    String subject,
    String text,
    @Nullable String stranger,
    boolean attachment) {}
