/**
 * Answers to reviews by mail: one letter for all provisions.
 *
 * <p>{@link org.caucus.coalition.reviews.mail.ReviewReply} reads what somebody wrote themselves, or
 * the form that they filled in where it is quoted, in English, French or Arabic, whatever their
 * language is. {@link org.caucus.coalition.reviews.mail.ReviewMailDecider} gives the positions, all
 * or none: where a line is not wholly understood, its author is told which, and nothing is given.
 */
@NullMarked
package org.caucus.coalition.reviews.mail;

import org.jspecify.annotations.NullMarked;
