/**
 * What the words of a filter mean of an action.
 *
 * <p>{@link org.caucus.coalition.actions.query.ActionFilter} reads one in the language of {@link
 * org.caucus.coalition.query}, {@link org.caucus.coalition.actions.query.ActionFilterTerms} says
 * what each key means. A word that an organisation gave is looked at only if anyone who filters can
 * read it; whether they can read the action is asked besides.
 */
@NullMarked
package org.caucus.coalition.actions.query;

import org.jspecify.annotations.NullMarked;
