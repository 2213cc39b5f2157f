/**
 * Actions as calendars read them: iCalendar, RFC 5545.
 *
 * <p>{@link org.caucus.messaging.calendar.CalendarWriter} writes content lines, {@link
 * org.caucus.messaging.calendar.CalendarTimeZones} what a time zone is, {@link
 * org.caucus.messaging.calendar.CalendarEvents} an action as an event, as far as one seat may read
 * it at that moment. {@link org.caucus.views.calendar.CalendarSubscription} is all of them, for a
 * calendar that asks again and again; {@link org.caucus.messaging.calendar.CalendarInvitation} is
 * one, for a letter (RFC 6047); {@link org.caucus.mail.itip.ItipReply} reads what a calendar
 * answers to that.
 */
@NullMarked
package org.caucus.views.calendar;

import org.jspecify.annotations.NullMarked;
