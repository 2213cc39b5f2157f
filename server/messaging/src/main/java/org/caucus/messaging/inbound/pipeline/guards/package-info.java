/**
 * What keeps words from reaching more people than they were written for, by a slip of the person
 * who writes: the steps between finding out where a letter wants to go and posting it there.
 *
 * <p>{@link org.caucus.messaging.inbound.pipeline.guards.AudienceHeaderLine} and {@link
 * org.caucus.messaging.inbound.pipeline.guards.AudienceRequestCheck} do what a letter's first line
 * asks for or refuse it; {@link org.caucus.messaging.inbound.pipeline.guards.LostThreadGuard},
 * {@link org.caucus.messaging.inbound.pipeline.guards.CrossPostGuard}, {@link
 * org.caucus.messaging.inbound.pipeline.guards.OutsideRecipientsGuard} and {@link
 * org.caucus.messaging.inbound.pipeline.guards.QuoteLeakGuard} ask the sender. None of them looks
 * at what the sender cannot read, so that none can be used to find out what is here.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.guards;

import org.jspecify.annotations.NullMarked;
