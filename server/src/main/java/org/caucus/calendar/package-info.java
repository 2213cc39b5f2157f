/**
 * Actions as calendars read them: iCalendar, RFC 5545.
 *
 * <p>{@link org.caucus.calendar.CalendarWriter} writes content lines, {@link
 * org.caucus.calendar.CalendarTimeZones} what a time zone is, {@link
 * org.caucus.calendar.CalendarEvents} an action as an event, as far as one seat may read it at that
 * moment. {@link org.caucus.calendar.CalendarSubscription} is all of them, for a calendar that asks
 * again and again; {@link org.caucus.calendar.CalendarInvitation} is one, for a letter (RFC 6047);
 * {@link org.caucus.calendar.ItipReply} reads what a calendar answers to that.
 */
@NullMarked
package org.caucus.calendar;

import org.jspecify.annotations.NullMarked;
