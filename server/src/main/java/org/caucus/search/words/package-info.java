/**
 * Texts taken apart for the index: {@link org.caucus.search.words.TextAnalyzer} by their language,
 * {@link org.caucus.search.words.SpellingNormalizer} by one way of writing each word.
 */
@NullMarked
package org.caucus.search.words;

import org.jspecify.annotations.NullMarked;
