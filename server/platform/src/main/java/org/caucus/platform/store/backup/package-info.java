/**
 * Backups of the embedded database in a directory.
 *
 * <p>The database is one file. {@link org.caucus.platform.store.backup.BackupCopy} cuts it into
 * segments of one MiB, each kept once under the SHA-256 of what it holds ({@link
 * org.caucus.platform.store.backup.Segments}), so that a second backup writes only those that are
 * new. A {@link org.caucus.platform.store.backup.BackupManifest} lists the segments of one backup.
 * It is written last: a copy that was cut short leaves segments that nobody lists, which the next
 * one finds and need not write again, and every earlier backup as it was. {@link
 * org.caucus.platform.store.backup.BackupTarget} is the directory with all of them.
 *
 * <p>What is copied stays sealed with the keys it was sealed with. The master key is never in a
 * backup; the manifest has its fingerprint, which says which key opens it.
 */
@NullMarked
package org.caucus.platform.store.backup;

import org.jspecify.annotations.NullMarked;
