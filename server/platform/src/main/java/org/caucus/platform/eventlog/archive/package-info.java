/**
 * The file that an archive is, and nothing of what it means.
 *
 * <p>First one line of JSON in clear, the {@link
 * org.caucus.platform.eventlog.archive.ArchiveHeader}: format, version, and the archive's own key,
 * wrapped by an {@link org.caucus.platform.eventlog.archive.ArchiveKey}: a passphrase or the master
 * key. Then a stream encrypted with that key (Tink streaming AEAD, AES-256-GCM in segments of 1
 * MiB), bound to the first line, so no byte of either can be changed unseen. Last, in clear, the
 * length and a mark, so that a file cut off is called that and not damaged.
 *
 * <p>Inside the stream are {@link org.caucus.platform.eventlog.archive.ArchivePart}s: a kind, a
 * length, bytes. {@link org.caucus.platform.eventlog.archive.ArchiveWriter} and {@link
 * org.caucus.platform.eventlog.archive.ArchiveReader} hold one at a time. What goes wrong is an
 * {@link org.caucus.platform.eventlog.archive.ArchiveException}.
 */
@NullMarked
package org.caucus.platform.eventlog.archive;

import org.jspecify.annotations.NullMarked;
