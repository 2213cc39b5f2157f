/**
 * The archive of a list, brought in from elsewhere: what is asked and decided. {@link
 * org.caucus.coalition.lists.imports.ImportDecider} turns letters that were said long ago into
 * threads and entries like any others, of the audience that a convenor states; nobody gets a seat
 * by it and nobody is mailed.
 */
@NullMarked
package org.caucus.coalition.lists.imports;

import org.jspecify.annotations.NullMarked;
