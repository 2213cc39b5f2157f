/**
 * Who comes, who came, and what was written down.
 *
 * <p>An organisation gives its word as a {@link org.caucus.actions.Commitment}; here a person says
 * whether they come themselves ({@link org.caucus.actions.presence.Rsvp}), afterwards who was there
 * is noted, and the minutes are kept. {@link org.caucus.actions.presence.AttendanceDecider}
 * decides, {@link org.caucus.actions.presence.ActionAttendance} is the state, {@link
 * org.caucus.actions.presence.RsvpReply} reads an answer from the first line of a mail. What was
 * said while fewer read the action stays with those who read it then.
 */
@NullMarked
package org.caucus.actions.presence;

import org.jspecify.annotations.NullMarked;
