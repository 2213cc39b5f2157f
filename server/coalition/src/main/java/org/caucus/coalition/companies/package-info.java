/**
 * What became of what companies said: {@link org.caucus.coalition.companies.CompanyBoard} counts it
 * for one reader, {@link org.caucus.coalition.companies.MonthlyFigures} by month.
 */
@NullMarked
package org.caucus.coalition.companies;

import org.jspecify.annotations.NullMarked;
