/**
 * Answers of one word to the notice of a thing: whether one comes, and whether one wants to hear
 * more of it ({@link org.caucus.letters.words.ReplyCommand}). They are done, not posted. And what
 * is meant for a program that serves lists ({@link org.caucus.letters.words.SubscriptionPhrases}).
 */
@NullMarked
package org.caucus.letters.words;

import org.jspecify.annotations.NullMarked;
