/**
 * Publishes updates at their hour.
 *
 * <p>{@link org.caucus.publication.ScheduledPublication} says which drafts wait for which hour;
 * {@code errands} notes it, sealed, so that the database sees the hour alone, and has them
 * published. Any node may, and several at once: what is published already is refused by its
 * decider, so it happens once.
 */
@NullMarked
package org.caucus.publication;

import org.jspecify.annotations.NullMarked;
