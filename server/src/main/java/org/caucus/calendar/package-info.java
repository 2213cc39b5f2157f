/**
 * Actions as calendars read them: iCalendar, RFC 5545.
 *
 * <p>{@link org.caucus.calendar.Lines} writes content lines, {@link org.caucus.calendar.Zones} what
 * a time zone is, {@link org.caucus.calendar.Events} an action as an event, as far as one seat may
 * read it at that moment. {@link org.caucus.calendar.Subscription} is all of them, for a calendar
 * that asks again and again; {@link org.caucus.calendar.Invitation} is one, for a letter (RFC
 * 6047); {@link org.caucus.calendar.CalendarReply} reads what a calendar answers to that.
 */
@NullMarked
package org.caucus.calendar;

import org.jspecify.annotations.NullMarked;
