/**
 * Tables as comma-separated values (RFC 4180): {@link org.caucus.tables.CsvReader} reads what
 * spreadsheets write, whichever separator their country uses; {@link org.caucus.tables.CsvWriter}
 * writes what they read without taking people's words for formulas.
 */
@NullMarked
package org.caucus.tables;

import org.jspecify.annotations.NullMarked;
