/**
 * The truth: one encrypted, append-only log per workspace, and the encrypted places beside it.
 *
 * <p>Start at {@link org.caucus.log.EventLog}: {@code append} at exactly the next sequence, {@code
 * read} after a position. Anyone who loses the race for a sequence gets {@link
 * org.caucus.log.LogException.AppendConflict}, catches up and decides again; so the order has no
 * gaps and needs neither counter nor transaction. {@link org.caucus.log.LogRecord} is one record in
 * clear.
 *
 * <p>Nothing reaches the database in clear. The {@link org.caucus.log.Vault} holds the keys of each
 * {@link org.caucus.log.WorkspaceId}; where they and the key that wraps them come from is in {@code
 * org.caucus.log.keys}. Every ciphertext is bound to the place it lies in, so a record that
 * somebody moved or swapped is {@link org.caucus.log.LogException.Unreadable}, not silently wrong.
 *
 * <p>Other packages keep their things in {@link org.caucus.log.SealedCollection} (keyed, versioned,
 * with a due time), {@link org.caucus.log.Blobs} (letters and attachments, in chunks) and {@link
 * org.caucus.log.UniqueNames} (unique names that the database knows only as blind indexes). {@link
 * org.caucus.log.RandomIds} makes the random ids. {@link org.caucus.log.Snapshots} are sealed
 * states for faster starts. The durable readers of the log are in {@code org.caucus.log.followers}.
 */
@NullMarked
package org.caucus.log;

import org.jspecify.annotations.NullMarked;
