/**
 * The minute in which the person who posted something takes it back, as far as mail goes. {@link
 * org.caucus.messaging.distribution.recall.SendDelay} says which letters wait for its end. {@link
 * org.caucus.messaging.distribution.recall.RecallTickets} are the links that the echo carries,
 * {@link org.caucus.messaging.distribution.recall.RecallRoutes} the page they lead to. What taking
 * back does is decided in {@link org.caucus.coalition.access.audience.PostRecall}; letters that
 * have not left then are stopped like those of anything that was narrowed.
 */
@NullMarked
package org.caucus.messaging.distribution.recall;

import org.jspecify.annotations.NullMarked;
