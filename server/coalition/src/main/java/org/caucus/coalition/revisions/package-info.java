/**
 * What becomes of words after they were posted: their author edits or deletes them, and a convenor
 * deletes them, wherever they hang.
 *
 * <p>What an entry says now is in {@link org.caucus.coalition.entries.Entries}, so that every
 * surface follows; what it said before is in {@link org.caucus.coalition.revisions.Revisions}.
 * Those who could read earlier words can read them still, and nobody else (R4). Of an entry that is
 * deleted a mark stays where it was, with the answers to it.
 */
@NullMarked
package org.caucus.coalition.revisions;

import org.jspecify.annotations.NullMarked;
