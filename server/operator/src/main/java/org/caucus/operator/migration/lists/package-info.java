/**
 * The archive of a list comes in and goes out. {@link
 * org.caucus.operator.migration.lists.ListArchiveImport} goes through a box of letters three times:
 * once for their headers, from which {@link org.caucus.operator.migration.lists.ImportPlacement}
 * makes threads; once to store them and have them posted, many to a commit; and once more to hold
 * what is stored against the box, letter by letter. What is here already is passed over, so an
 * import that was cut short is begun again and goes on.
 *
 * <p>{@link org.caucus.operator.migration.lists.ListArchiveExport} writes what one seat may read of
 * a list.
 */
@NullMarked
package org.caucus.operator.migration.lists;

import org.jspecify.annotations.NullMarked;
