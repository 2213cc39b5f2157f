/**
 * A workspace as a whole: the fold of its log, and the room in which it changes.
 *
 * <p>{@link org.caucus.workspace.Workspace} folds {@link org.caucus.workspace.Commit}s into the
 * states of all capabilities; {@link org.caucus.workspace.CommandDispatcher} finds the decider of a
 * command. A {@link org.caucus.workspace.Room} takes commands one after the other, decides them on
 * the state as it will be, appends what they lead to in one write (group commit), applies it and
 * rings; {@link org.caucus.workspace.Rooms} loads rooms from snapshot and log, lets idle ones go,
 * and is the {@link org.caucus.kernel.CommandBus} all others use. {@link
 * org.caucus.workspace.EventTypes} holds the names events have in the log for ever, {@link
 * org.caucus.workspace.Capabilities} lists the capabilities, each of which answers for its own, and
 * {@link org.caucus.workspace.WorkspaceDirectory} finds a workspace by its name or by a mail
 * address.
 */
@NullMarked
package org.caucus.workspace;

import org.jspecify.annotations.NullMarked;
