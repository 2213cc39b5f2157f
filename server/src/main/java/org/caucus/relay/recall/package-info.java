/**
 * The minute in which the person who posted something takes it back, as far as mail goes. {@link
 * org.caucus.relay.recall.SendDelay} says which letters wait for its end. {@link
 * org.caucus.relay.recall.RecallTickets} are the links that the echo carries, {@link
 * org.caucus.relay.recall.RecallRoutes} the page they lead to. What taking back does is decided in
 * {@link org.caucus.audiences.PostRecall}; letters that have not left then are stopped like those
 * of anything that was narrowed.
 */
@NullMarked
package org.caucus.relay.recall;

import org.jspecify.annotations.NullMarked;
