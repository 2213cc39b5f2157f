package org.caucus.coalition.reviews;

import org.jspecify.annotations.Nullable;

/**
 * A position that somebody gives.
 *
 * @param provision its id; null for the rest
 * @param reason may be empty
 * @param words what the provision is to say; null unless it is to be amended
 */
public record NewPosition(
    @Nullable String provision, Stance stance, String reason, @Nullable String words) {}
