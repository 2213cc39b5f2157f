/**
 * What the person who answered a notice with one word is told: {@link
 * org.caucus.notices.words.ReplyConfirmationMail}.
 */
@NullMarked
package org.caucus.notices.words;

import org.jspecify.annotations.NullMarked;
