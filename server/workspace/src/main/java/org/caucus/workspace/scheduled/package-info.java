/**
 * What is done to things of a workspace because it is time.
 *
 * <p>An {@link org.caucus.workspace.scheduled.ScheduledCommand} says which things, when, and by
 * which command; {@link org.caucus.workspace.scheduled.ScheduledCommands} follows the log and notes
 * when each must be looked at, and looks. Any node may, several at once, and be killed at any
 * point: the decider says yes to the first only, and a note is moved after that, never before. What
 * fails is tried again later and later, so that it keeps no other from its turn; at last once a
 * day, and the operator is told its name.
 *
 * <p>What happens to actions because it is time: those who take part are reminded, and an embargo
 * opens.
 *
 * <p>{@link org.caucus.workspace.scheduled.ScheduledActionReminders} says when and by which
 * command; the follower notes it and puts the command. The decider says yes to the first that asks,
 * so it happens once on whichever nodes are up.
 *
 * <p>Publishes updates at their hour.
 *
 * <p>{@link org.caucus.workspace.scheduled.ScheduledPublication} says which drafts wait for which
 * hour; {@code workspace.scheduled} notes it, sealed, so that the database sees the hour alone, and
 * has them published. Any node may, and several at once: what is published already is refused by
 * its decider, so it happens once.
 */
@NullMarked
package org.caucus.workspace.scheduled;

import org.jspecify.annotations.NullMarked;
