/**
 * What the words of a filter mean of an issue.
 *
 * <p>{@link org.caucus.issues.filter.IssueFilter} reads one in the language of {@link
 * org.caucus.filters}, {@link org.caucus.issues.filter.IssueFilterTerms} says what each key means,
 * of {@link org.caucus.issues.filter.IssueFilterFacts}. Nothing here asks who may read an issue:
 * anyone who filters does that besides.
 */
@NullMarked
package org.caucus.issues.filter;

import org.jspecify.annotations.NullMarked;
