/**
 * Letters that wait, outside the log: when somebody must look at them, and the codes that decide
 * about them by mail.
 *
 * <p>The follower {@link org.caucus.moderation.HoldWaits} notes in {@link
 * org.caucus.moderation.HoldDues} when each hold is due next; {@link
 * org.caucus.moderation.HoldClock} then puts the command that reminds or lets it go. {@link
 * org.caucus.moderation.HoldCodes} are what answers by mail are known by. What is decided about a
 * hold, and by whom, is in {@code letters}.
 */
@NullMarked
package org.caucus.moderation;

import org.jspecify.annotations.NullMarked;
