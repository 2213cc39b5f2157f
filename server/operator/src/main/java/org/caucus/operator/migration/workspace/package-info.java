/**
 * A workspace leaves as one file, and comes back from it: {@link
 * org.caucus.operator.migration.workspace.WorkspaceExport} and {@link
 * org.caucus.operator.migration.workspace.WorkspaceImport}. The file itself is {@code
 * org.caucus.platform.eventlog.archive}'s; here is what goes into it.
 *
 * <p>In it: every record of the log as it was appended, its hash chain included; every letter; and
 * of what is sealed for the installation, the persons who have or had a seat. Names and addresses
 * are read out of the records ({@link org.caucus.operator.migration.workspace.ReferencedRecords}),
 * so they need no place of their own. Not in it: mail that is not sent yet, letters that are not
 * sorted yet, sessions, tokens, codes, the ledger of what was sent, snapshots, and what followers
 * gave up.
 *
 * <p>{@link org.caucus.operator.migration.workspace.ArchiveInspection} reads an archive and holds
 * everything to its hashes. An import reads it twice: once to see that all of it is right, then to
 * take it in.
 */
@NullMarked
package org.caucus.operator.migration.workspace;

import org.jspecify.annotations.NullMarked;
