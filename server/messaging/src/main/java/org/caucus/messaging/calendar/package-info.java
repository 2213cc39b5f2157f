/**
 * iCalendar objects that go out: {@link org.caucus.messaging.calendar.CalendarInvitation} with a
 * notice of an action (iTIP, RFC 5546), made of {@link
 * org.caucus.messaging.calendar.CalendarEvents}; calendars to subscribe to are made of the same
 * events.
 */
@NullMarked
package org.caucus.messaging.calendar;

import org.jspecify.annotations.NullMarked;
