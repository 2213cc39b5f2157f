/**
 * The truth: one encrypted, append-only log per workspace, and the encrypted places beside it.
 *
 * <p>Start at {@link org.caucus.platform.eventlog.EventLog}: {@code append} at exactly the next
 * sequence, {@code read} after a position. Anyone who loses the race for a sequence gets {@link
 * org.caucus.platform.eventlog.LogException.AppendConflict}, catches up and decides again; so the
 * order has no gaps and needs neither counter nor transaction. {@link
 * org.caucus.platform.eventlog.LogRecord} is one record in clear.
 *
 * <p>Nothing reaches the database in clear. The {@link org.caucus.platform.eventlog.Vault} holds
 * the keys of each {@link org.caucus.kernel.WorkspaceId}; where they and the key that wraps them
 * come from is in {@code org.caucus.platform.eventlog.keys}. Every ciphertext is bound to the place
 * it lies in, so a record that somebody moved or swapped is {@link
 * org.caucus.platform.eventlog.LogException.Unreadable}, not silently wrong.
 *
 * <p>Other packages keep their things in {@link org.caucus.platform.eventlog.SealedCollection}
 * (keyed, versioned, with a due time), {@link org.caucus.platform.eventlog.Blobs} (letters and
 * attachments, in chunks) and {@link org.caucus.platform.eventlog.UniqueNames} (unique names that
 * the database knows only as blind indexes). {@link org.caucus.kernel.RandomIds} makes the random
 * ids. {@link org.caucus.platform.eventlog.Snapshots} are sealed states for faster starts. The
 * durable readers of the log are in {@code org.caucus.platform.eventlog.subscriptions}.
 */
@NullMarked
package org.caucus.platform.eventlog;

import org.jspecify.annotations.NullMarked;
