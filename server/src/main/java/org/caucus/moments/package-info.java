/**
 * What happens to actions because it is time: those who take part are reminded, and an embargo
 * opens.
 *
 * <p>{@link org.caucus.moments.MomentWaits} notes of each action when it must be looked at next,
 * {@link org.caucus.moments.MomentDues} keeps the notes, {@link org.caucus.moments.MomentClock}
 * puts the command when it is time. The decider says yes to the first that asks, so it happens once
 * on whichever nodes are up.
 */
@NullMarked
package org.caucus.moments;

import org.jspecify.annotations.NullMarked;
