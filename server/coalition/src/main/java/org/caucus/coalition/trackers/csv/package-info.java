/**
 * Issues as tables: out of a tracker as comma-separated values or JSON, and into it.
 *
 * <p>{@link org.caucus.coalition.trackers.csv.IssueCsvExport} writes what somebody reads in a view;
 * that it was taken is in the log before it leaves. The other way {@link
 * org.caucus.coalition.trackers.csv.CsvSheet} reads a file, {@link
 * org.caucus.coalition.trackers.csv.IssueCsvColumns} says which column is what, {@link
 * org.caucus.coalition.trackers.csv.RowImporter} makes a command of each row, and {@link
 * org.caucus.coalition.trackers.csv.ImportPreview} asks the decider what would become of it, before
 * anything does.
 */
@NullMarked
package org.caucus.coalition.trackers.csv;

import org.jspecify.annotations.NullMarked;
