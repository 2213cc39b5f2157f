/**
 * What somebody may have meant by words that are not understood, for an example put right: {@link
 * org.caucus.coalition.mailcommands.suggestions.FuzzyMatch} of the words that are known, {@link
 * org.caucus.coalition.mailcommands.suggestions.ChoiceParser} of a few things, {@link
 * org.caucus.coalition.mailcommands.suggestions.Synonyms} of other programs, {@link
 * org.caucus.coalition.mailcommands.suggestions.DateSuggestion} of the ways in which days are
 * written, {@link org.caucus.coalition.mailcommands.suggestions.NonePhrases} for nothing and
 * nobody. Nothing is done by a guess; it is shown to its author.
 */
@NullMarked
package org.caucus.coalition.mailcommands.suggestions;

import org.jspecify.annotations.NullMarked;
