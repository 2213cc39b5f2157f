/**
 * What somebody may have meant by words that are not understood, for an example put right: {@link
 * org.caucus.hints.FuzzyMatch} of the words that are, {@link org.caucus.hints.ChoiceParser} of a
 * few things, {@link org.caucus.hints.Synonyms} what is called otherwise elsewhere, {@link
 * org.caucus.hints.DateSuggestion} of the ways in which days are written. {@link
 * org.caucus.hints.ReplyText} are what somebody wrote above the letter they answer, {@link
 * org.caucus.hints.CourtesyPhrases} how letters begin and end, {@link org.caucus.hints.VisibleLine}
 * a line without what is not seen. Nothing is done by a guess; it is shown to the person who wrote.
 */
@NullMarked
package org.caucus.hints;

import org.jspecify.annotations.NullMarked;
