/**
 * What operators have done with the archive of one list at a convenor's word: {@link
 * org.caucus.operator.lists.ArchiveCommand}.
 */
@NullMarked
package org.caucus.operator.lists;

import org.jspecify.annotations.NullMarked;
