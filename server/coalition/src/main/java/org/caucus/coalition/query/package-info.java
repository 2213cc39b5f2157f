/**
 * The language in which people say which things they want to see: {@code state:open assignee:me
 * due:<7d org:"Press Union" notice}.
 *
 * <p>{@link org.caucus.coalition.query.FilterTokenizer} cuts what is written, a {@link
 * org.caucus.coalition.query.FilterVocabulary} says what each key means of its sort of thing,
 * {@link org.caucus.coalition.query.Filter} is the whole. Issues and actions have a vocabulary each
 * ({@code issues.filter}, {@code coalition.actions.query}); what is written alike means alike.
 * Nothing here asks who may read a thing: anyone who filters does that besides.
 */
@NullMarked
package org.caucus.coalition.query;

import org.jspecify.annotations.NullMarked;
