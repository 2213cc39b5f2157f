/**
 * What became of what companies said: {@link org.caucus.updates.board.Board} counts it for one
 * reader, {@link org.caucus.updates.board.Months} by month.
 */
@NullMarked
package org.caucus.updates.board;

import org.jspecify.annotations.NullMarked;
