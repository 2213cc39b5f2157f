/**
 * Notices of actions as calendars read them: {@link
 * org.caucus.messaging.notifications.actions.CalendarPart}.
 */
@NullMarked
package org.caucus.messaging.notifications.actions;

import org.jspecify.annotations.NullMarked;
