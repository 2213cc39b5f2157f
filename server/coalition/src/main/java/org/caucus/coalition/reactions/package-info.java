/**
 * Reactions: one of a few short answers, such as <em>I agree</em> or <em>Thank you</em>, that a
 * seat gives to a message without writing one. A company's update has acknowledgements instead.
 *
 * <p>A {@link org.caucus.coalition.reactions.Reaction} follows what it hangs on (R4). It was given
 * before certain readers, and it is shown to none but those: where a message is shared with more
 * people later, they do not learn who agreed with it while they were not there. It is no news: it
 * is in no list of activity, and nobody is told of it by mail.
 */
@NullMarked
package org.caucus.coalition.reactions;

import org.jspecify.annotations.NullMarked;
