/**
 * Tables as comma-separated values (RFC 4180): {@link org.caucus.tables.Csv} reads what
 * spreadsheets write, whichever separator their country uses; {@link org.caucus.tables.Cells}
 * writes what they read without taking people's words for formulas.
 */
@NullMarked
package org.caucus.tables;

import org.jspecify.annotations.NullMarked;
