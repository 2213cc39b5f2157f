/**
 * Polls: a question that organisations or seats answer, what came of it, and what was decided.
 *
 * <p>{@link org.caucus.coalition.polls.PollDecider} and {@link
 * org.caucus.coalition.polls.BallotDecider} decide, {@link org.caucus.coalition.polls.Polls} is the
 * state, {@link org.caucus.coalition.polls.PollTally} counts and is pure, {@link
 * org.caucus.coalition.polls.PollRoutes} answers the browser. A ballot of a poll that is shown when
 * it closes is known to its own voice alone until then: {@link
 * org.caucus.coalition.polls.PollCapability#about} says so, and each surface asks that.
 */
@NullMarked
package org.caucus.coalition.polls;

import org.jspecify.annotations.NullMarked;
