/**
 * Answers of one word to the notice of a thing: whether one comes, and whether one wants to hear
 * more of it ({@link org.caucus.coalition.mailcommands.replies.ReplyCommand}). They are done, not
 * posted. And what is meant for a program that serves lists ({@link
 * org.caucus.coalition.mailcommands.replies.SubscriptionPhrases}).
 */
@NullMarked
package org.caucus.coalition.mailcommands.replies;

import org.jspecify.annotations.NullMarked;
