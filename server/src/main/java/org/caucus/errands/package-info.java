/**
 * What is done to things of a workspace because it is time.
 *
 * <p>An {@link org.caucus.errands.ScheduledCommand} says which things, when, and by which command;
 * {@link org.caucus.errands.ScheduledCommands} follows the log and notes when each must be looked
 * at, and looks. Any node may, several at once, and be killed at any point: the decider says yes to
 * the first only, and a note is moved after that, never before. What fails is tried again later and
 * later, so that it keeps no other from its turn; at last once a day, and the operator is told its
 * name.
 */
@NullMarked
package org.caucus.errands;

import org.jspecify.annotations.NullMarked;
