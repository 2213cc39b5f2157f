/**
 * Texts taken apart for the index: {@link org.caucus.views.search.analysis.TextAnalyzer} by their
 * language, {@link org.caucus.views.search.analysis.SpellingNormalizer} by one way of writing each
 * word.
 */
@NullMarked
package org.caucus.views.search.analysis;

import org.jspecify.annotations.NullMarked;
