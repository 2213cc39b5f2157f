/**
 * What the words of a filter mean of an issue.
 *
 * <p>{@link org.caucus.coalition.trackers.query.IssueFilter} reads one in the language of {@link
 * org.caucus.coalition.query}, {@link org.caucus.coalition.trackers.query.IssueFilterTerms} says
 * what each key means, of {@link org.caucus.coalition.trackers.query.IssueFilterFacts}. Nothing
 * here asks who may read an issue: anyone who filters does that besides.
 */
@NullMarked
package org.caucus.coalition.trackers.query;

import org.jspecify.annotations.NullMarked;
