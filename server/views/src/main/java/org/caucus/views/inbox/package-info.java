/**
 * The bell: what concerns one seat in particular, and what of it that seat has read.
 *
 * <p>{@link org.caucus.views.inbox.NotificationInbox} finds in the log what rings for a seat, by
 * the reasons of {@link org.caucus.messaging.notifications.rules.NotificationReasons}, as far as
 * the seat can read it now. What of it was read is {@link org.caucus.views.inbox.ReadState}, which
 * {@link org.caucus.views.inbox.ReadStates} keeps beside the log: it is nobody else's matter, it is
 * in no export, and only its newest state is kept. {@link
 * org.caucus.views.inbox.NotificationInboxRoutes} shows both; open streams are told when either
 * changes.
 */
@NullMarked
package org.caucus.views.inbox;

import org.jspecify.annotations.NullMarked;
