/**
 * Backups of the embedded database while it is in use. {@link
 * org.caucus.operator.backup.HoldCommand} runs where the database is, at the server, and holds one
 * moment of its file; {@link org.caucus.operator.backup.HeldCopy} runs at the operator's end, as
 * the operator's user, and copies the file meanwhile. So the server writes nothing outside its own
 * directory, and the copy is written where only the operator may write. If the operator's end dies,
 * the line between them breaks and the server lets go.
 *
 * <p>{@link org.caucus.operator.backup.RestoredCheck} reads a restored database through: whether
 * the master key opens it, and whether the log of each workspace is whole.
 */
@NullMarked
package org.caucus.operator.backup;

import org.jspecify.annotations.NullMarked;
