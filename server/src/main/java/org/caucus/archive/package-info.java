/**
 * A workspace leaves as one file, and comes back from it: {@link
 * org.caucus.archive.WorkspaceExport} and {@link org.caucus.archive.WorkspaceImport}. The file
 * itself is {@code org.caucus.log.archive}'s; here is what goes into it.
 *
 * <p>In it: every record of the log as it was appended, its hash chain included; every letter; and
 * of what is sealed for the installation, the persons who have or had a seat. Names and addresses
 * are read out of the records ({@link org.caucus.archive.ReferencedRecords}), so they need no place
 * of their own. Not in it: mail that is not sent yet, letters that are not sorted yet, sessions,
 * tokens, codes, the ledger of what was sent, snapshots, and what followers gave up.
 *
 * <p>{@link org.caucus.archive.ArchiveInspection} reads an archive and holds everything to its
 * hashes. An import reads it twice: once to see that all of it is right, then to take it in.
 */
@NullMarked
package org.caucus.archive;

import org.jspecify.annotations.NullMarked;
