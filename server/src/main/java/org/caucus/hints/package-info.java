/**
 * What somebody may have meant by words that are not understood, for an example put right: {@link
 * org.caucus.hints.Nearest} of the words that are, {@link org.caucus.hints.Choice} of a few things,
 * {@link org.caucus.hints.Alike} what is called otherwise elsewhere, {@link org.caucus.hints.Day}
 * of the ways in which days are written. Nothing is done by a guess; it is shown to whoever wrote.
 */
@NullMarked
package org.caucus.hints;

import org.jspecify.annotations.NullMarked;
