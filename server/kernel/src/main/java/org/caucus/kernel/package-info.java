/**
 * What a capability and the workspace it lives in say to each other, and nothing else.
 *
 * <p>A {@link org.caucus.kernel.Command} asks; an {@link org.caucus.kernel.CommandContext} says who
 * asks, when, and brings the random ids; a decider answers with {@link org.caucus.kernel.Event}s or
 * throws {@link org.caucus.kernel.Refusal}. A {@link org.caucus.kernel.CommandBus} is where a
 * command is put and where the state of a workspace is read. A {@link org.caucus.kernel.Ref} names
 * any one thing.
 */
@NullMarked
package org.caucus.kernel;

import org.jspecify.annotations.NullMarked;
