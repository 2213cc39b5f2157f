/**
 * Issues as tables: out of a tracker as comma-separated values or JSON, and into it.
 *
 * <p>{@link org.caucus.issues.tables.IssueCsvExport} writes what somebody reads in a view; that it
 * was taken is in the log before it leaves. The other way {@link org.caucus.issues.tables.CsvSheet}
 * reads a file, {@link org.caucus.issues.tables.IssueCsvColumns} says which column is what, {@link
 * org.caucus.issues.tables.RowImporter} makes a command of each row, and {@link
 * org.caucus.issues.tables.ImportPreview} asks the decider what would become of it, before anything
 * does.
 */
@NullMarked
package org.caucus.issues.tables;

import org.jspecify.annotations.NullMarked;
