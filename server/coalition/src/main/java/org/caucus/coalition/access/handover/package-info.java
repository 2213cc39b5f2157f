/**
 * How somebody leaves without leaving anything undone.
 *
 * <p>{@link org.caucus.coalition.access.handover.Duties} says what a seat has to do: issues
 * assigned to it, actions it owns, requests it keeps. {@link
 * org.caucus.coalition.access.handover.HandoverDecider} ends a seat once each of them is with
 * somebody else who can read it, or was let go on purpose; a successor takes the seat's history
 * along. A seat that was ended at once leaves what it had to do behind: that is listed, to those
 * who can read it, until somebody takes it.
 */
@NullMarked
package org.caucus.coalition.access.handover;

import org.jspecify.annotations.NullMarked;
