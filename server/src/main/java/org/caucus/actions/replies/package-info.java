/**
 * What an agency answers to a submission: {@link org.caucus.actions.replies.AgencyReplyDecider}
 * keeps an answer, {@link org.caucus.actions.replies.AgencyReplies} says whether one is overdue.
 */
@NullMarked
package org.caucus.actions.replies;

import org.jspecify.annotations.NullMarked;
