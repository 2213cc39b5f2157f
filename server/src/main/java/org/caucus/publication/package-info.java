/**
 * Publishes updates at their hour.
 *
 * <p>{@link org.caucus.publication.Schedule} follows the log and notes what is due when, sealed;
 * the database sees the hour alone. {@link org.caucus.publication.PublicationClock} looks what is
 * due and has it published. Any node may, and several at once: what is published already is refused
 * by its decider, so it happens once.
 */
@NullMarked
package org.caucus.publication;

import org.jspecify.annotations.NullMarked;
