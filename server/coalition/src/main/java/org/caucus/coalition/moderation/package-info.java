/**
 * What becomes of letters: each ends as posted, held, refused or dropped, and the log says which.
 *
 * <p>A {@link org.caucus.coalition.capability.MessageTarget} says where a letter wants to go;
 * {@link org.caucus.coalition.moderation.LetterDecider} turns it into what the capability would do
 * with a post from the browser, so mail and web meet the same rules. A {@link
 * org.caucus.coalition.moderation.Hold} is a letter somebody is asked about; {@link
 * org.caucus.coalition.moderation.HoldRoutes} is where they answer.
 */
@NullMarked
package org.caucus.coalition.moderation;

import org.jspecify.annotations.NullMarked;
