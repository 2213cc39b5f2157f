/**
 * The language in which people say which issues they want to see.
 *
 * <p>{@link org.caucus.issues.filter.Tokens} cuts what is written, {@link
 * org.caucus.issues.filter.Terms} says what each key means, {@link org.caucus.issues.filter.Filter}
 * is the whole. Nothing here asks who may read an issue: whoever filters does that besides.
 */
@NullMarked
package org.caucus.issues.filter;

import org.jspecify.annotations.NullMarked;
