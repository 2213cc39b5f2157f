/**
 * Mentions: who is named after an {@code @} in what people say.
 *
 * <p>The words carry the name and nothing else, so that they read well by e-mail. {@link
 * org.caucus.coalition.mentions.MentionReading} finds the names, among those who can read the
 * words, when they are said; {@link org.caucus.coalition.mentions.MentionEvent} keeps by id who was
 * meant, in the commit of the words. What follows from it, such as a notice, asks that event.
 * {@link org.caucus.coalition.mentions.Mentions} knows of each thing who is mentioned in it, and
 * which of it are questions.
 */
@NullMarked
package org.caucus.coalition.mentions;

import org.jspecify.annotations.NullMarked;
