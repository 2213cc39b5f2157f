/**
 * What an agency answers to a submission: {@link org.caucus.actions.replies.ReplyDecider} keeps an
 * answer, {@link org.caucus.actions.replies.Replies} says whether one is overdue.
 */
@NullMarked
package org.caucus.actions.replies;

import org.jspecify.annotations.NullMarked;
