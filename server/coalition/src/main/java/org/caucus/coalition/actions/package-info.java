/**
 * What the coalition does: review sessions, calls, press conferences, submissions, tasks,
 * deadlines.
 *
 * <p>{@link org.caucus.coalition.actions.ActionDecider} decides, {@link
 * org.caucus.coalition.actions.Actions} is the state, {@link
 * org.caucus.coalition.actions.ActionRoutes} answers the browser, {@link
 * org.caucus.coalition.actions.ActionPresenter} shows. Organisations commit to take part; anyone
 * who cannot read an action never learns that it exists.
 *
 * <p>What an action is planned to be, beyond its title and time.
 *
 * <p>{@link org.caucus.coalition.actions.ActionDetails} is all of it, {@link
 * org.caucus.coalition.actions.ActionDetailFields} reads it from the API's fields and shows it
 * again, {@link org.caucus.coalition.actions.ActionDetailRules} says what may stand in it. An
 * {@link org.caucus.coalition.actions.Embargo} is a widening that waits for its instant.
 *
 * <p>What organisations said about taking part, and what came of it: {@link
 * org.caucus.coalition.actions.CommitmentTally} counts it, as far as one reader can see.
 *
 * <p>What an agency answers to a submission: {@link
 * org.caucus.coalition.actions.AgencyReplyDecider} keeps an answer, {@link
 * org.caucus.coalition.actions.AgencyReplies} says whether one is overdue.
 *
 * <p>Who comes, who came, and what was written down.
 *
 * <p>An organisation gives its word as a {@link org.caucus.coalition.actions.Commitment}; here a
 * person says whether they come themselves ({@link org.caucus.coalition.actions.Rsvp}), afterwards
 * who was there is noted, and the minutes are kept. {@link
 * org.caucus.coalition.actions.AttendanceDecider} decides, {@link
 * org.caucus.coalition.actions.ActionAttendance} is the state, {@link
 * org.caucus.coalition.actions.RsvpReply} reads an answer from the first line of a mail. What was
 * said while fewer read the action stays with those who read it then.
 */
@NullMarked
package org.caucus.coalition.actions;

import org.jspecify.annotations.NullMarked;
