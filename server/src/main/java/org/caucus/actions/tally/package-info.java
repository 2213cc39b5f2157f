/**
 * What organisations said about taking part, and what came of it: {@link
 * org.caucus.actions.tally.CommitmentTally} counts it, as far as one reader can see.
 */
@NullMarked
package org.caucus.actions.tally;

import org.jspecify.annotations.NullMarked;
