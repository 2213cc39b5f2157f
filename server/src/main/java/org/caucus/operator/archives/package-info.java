/**
 * What operators have done with the archive of one list at a convenor's word: {@link
 * org.caucus.operator.archives.ArchiveCommand}.
 */
@NullMarked
package org.caucus.operator.archives;

import org.jspecify.annotations.NullMarked;
