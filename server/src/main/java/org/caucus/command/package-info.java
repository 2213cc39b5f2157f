/**
 * What a capability and the workspace it lives in say to each other, and nothing else.
 *
 * <p>A {@link org.caucus.command.Command} asks; an {@link org.caucus.command.CommandContext} says
 * who asks, when, and brings the random ids; a decider answers with {@link
 * org.caucus.command.Event}s or throws {@link org.caucus.command.Refusal}. A {@link
 * org.caucus.command.CommandBus} is where a command is put and where the state of a workspace is
 * read. A {@link org.caucus.command.Ref} names any one thing.
 */
@NullMarked
package org.caucus.command;

import org.jspecify.annotations.NullMarked;
