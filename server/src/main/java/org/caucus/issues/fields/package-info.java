/**
 * What an issue consists of besides its words and its people, and how a tracker is arranged; pure
 * values with their limits.
 *
 * <p>{@link org.caucus.issues.fields.Facets} are what it has, a {@link
 * org.caucus.issues.fields.FacetsChange} is what somebody wants different, checked against the
 * {@link org.caucus.issues.fields.Arrangement} of the tracker. {@link
 * org.caucus.issues.fields.FacetsJson} is how the API writes them.
 */
@NullMarked
package org.caucus.issues.fields;

import org.jspecify.annotations.NullMarked;
