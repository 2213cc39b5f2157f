/**
 * What the words of a filter mean of an action.
 *
 * <p>{@link org.caucus.actions.filter.ActionFilter} reads one in the language of {@link
 * org.caucus.filters}, {@link org.caucus.actions.filter.ActionFilterTerms} says what each key
 * means. A word that an organisation gave is looked at only if anyone who filters can read it;
 * whether they can read the action is asked besides.
 */
@NullMarked
package org.caucus.actions.filter;

import org.jspecify.annotations.NullMarked;
