/**
 * Finds what people said. An {@link org.caucus.views.search.SearchIndex} is a view of one
 * workspace's log, in memory alone: neither the disk nor the database ever holds its words in
 * clear. It reads on to the newest commit before it answers, so what was said a moment ago is found
 * and what was narrowed a moment ago is not; but not for the person who may know of nothing in it,
 * who would learn by the time it takes how much that is.
 *
 * <p>{@link org.caucus.views.search.SearchQuery} is what somebody typed, within limits; {@link
 * org.caucus.views.search.analysis.TextAnalyzer} takes texts apart by their language; {@link
 * org.caucus.views.search.VisibilityBitmap} holds which documents a class of readers may read;
 * {@link org.caucus.views.search.SearchResults} goes through those that match and can be read,
 * newest first, and through no others: there are no scores, so nothing a reader cannot read changes
 * the order or the number of what they see. {@link org.caucus.views.search.Snippet} cuts the place
 * out of the text, {@link org.caucus.views.search.SearchRoutes} answers.
 */
@NullMarked
package org.caucus.views.search;

import org.jspecify.annotations.NullMarked;
