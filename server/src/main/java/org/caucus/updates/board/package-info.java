/**
 * What became of what companies said: {@link org.caucus.updates.board.CompanyBoard} counts it for
 * one reader, {@link org.caucus.updates.board.MonthlyFigures} by month.
 */
@NullMarked
package org.caucus.updates.board;

import org.jspecify.annotations.NullMarked;
