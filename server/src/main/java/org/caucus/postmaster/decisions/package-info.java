/**
 * Letters that decide about letters.
 *
 * <p>{@link org.caucus.postmaster.decisions.ModerationReply} reads an answer to a question about a
 * letter that waits; {@link org.caucus.postmaster.decisions.ModerationDecision} finds the word in
 * it and what is to be told to the sender. {@link
 * org.caucus.postmaster.decisions.ModerationCodeLeakCheck} keeps the codes by which that is done
 * out of everything else that is mailed here.
 */
@NullMarked
package org.caucus.postmaster.decisions;

import org.jspecify.annotations.NullMarked;
