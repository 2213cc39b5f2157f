/**
 * The bell: what concerns one seat in particular, and what of it that seat has read.
 *
 * <p>{@link org.caucus.bell.NotificationInbox} finds in the log what rings for a seat, by the
 * reasons of {@link org.caucus.notices.hearing.NotificationReasons}, as far as the seat can read it
 * now. What of it was read is {@link org.caucus.bell.ReadState}, which {@link
 * org.caucus.bell.ReadStates} keeps beside the log: it is nobody else's matter, it is in no export,
 * and only its newest state is kept. {@link org.caucus.bell.NotificationInboxRoutes} shows both;
 * open streams are told when either changes.
 */
@NullMarked
package org.caucus.bell;

import org.jspecify.annotations.NullMarked;
