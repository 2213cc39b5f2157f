/**
 * Letters that wait, outside the log: when somebody must look at them, and the codes that decide
 * about them by mail.
 *
 * <p>{@link org.caucus.messaging.moderation.ScheduledHoldReminders} says when each hold is due
 * next, and by which command it is reminded of or let go; {@code workspace.scheduled} sees to it.
 * {@link org.caucus.messaging.moderation.HoldCodes} are what answers by mail are known by. What is
 * decided about a hold, and by whom, is in {@code letters}.
 */
@NullMarked
package org.caucus.messaging.moderation;

import org.jspecify.annotations.NullMarked;
