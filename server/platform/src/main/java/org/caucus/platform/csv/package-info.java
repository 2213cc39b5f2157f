/**
 * Tables as comma-separated values (RFC 4180): {@link org.caucus.platform.csv.CsvReader} reads what
 * spreadsheets write, whichever separator their country uses; {@link
 * org.caucus.platform.csv.CsvWriter} writes what they read without taking people's words for
 * formulas.
 */
@NullMarked
package org.caucus.platform.csv;

import org.jspecify.annotations.NullMarked;
