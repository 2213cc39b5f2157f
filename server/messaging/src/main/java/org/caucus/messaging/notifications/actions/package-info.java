/**
 * Notices of actions: {@link org.caucus.messaging.notifications.actions.ActionRecipients} says who
 * wants to hear of an event, {@link org.caucus.messaging.notifications.actions.ActionNoticeContent}
 * what there is to tell.
 */
@NullMarked
package org.caucus.messaging.notifications.actions;

import org.jspecify.annotations.NullMarked;
