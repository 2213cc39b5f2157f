/**
 * The language in which people say which things they want to see: {@code state:open assignee:me
 * due:<7d org:"Press Union" notice}.
 *
 * <p>{@link org.caucus.filters.FilterTokenizer} cuts what is written, a {@link
 * org.caucus.filters.FilterVocabulary} says what each key means of its sort of thing, {@link
 * org.caucus.filters.Filter} is the whole. Issues and actions have a vocabulary each ({@code
 * issues.filter}, {@code actions.filter}); what is written alike means alike. Nothing here asks who
 * may read a thing: anyone who filters does that besides.
 */
@NullMarked
package org.caucus.filters;

import org.jspecify.annotations.NullMarked;
