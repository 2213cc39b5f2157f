/**
 * How often a thing was changed, counted for each of its readers.
 *
 * <p>A head that is opened to more people shows what it says now, and nothing of how it came to
 * that: {@link org.caucus.versions.RevisionCounter} counts for a reader what happened while the
 * thing was theirs to read, so that neither a number nor a time tells of changes before that.
 */
@NullMarked
package org.caucus.versions;

import org.jspecify.annotations.NullMarked;
