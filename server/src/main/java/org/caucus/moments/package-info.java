/**
 * What happens to actions because it is time: those who take part are reminded, and an embargo
 * opens.
 *
 * <p>{@link org.caucus.moments.ScheduledActionReminders} says when and by which command; {@code
 * errands} notes it and puts the command. The decider says yes to the first that asks, so it
 * happens once on whichever nodes are up.
 */
@NullMarked
package org.caucus.moments;

import org.jspecify.annotations.NullMarked;
