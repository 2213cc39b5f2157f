/**
 * Answers to polls by mail.
 *
 * <p>{@link org.caucus.coalition.polls.mail.BallotReply} reads what somebody wrote themselves, in
 * English, French or Arabic, whatever their language is; {@link
 * org.caucus.coalition.polls.mail.PollMailDecider} casts it. What is not wholly understood is no
 * answer: its author is told the forms.
 */
@NullMarked
package org.caucus.coalition.polls.mail;

import org.jspecify.annotations.NullMarked;
