/**
 * How a letter is made fit to be sent on: {@link
 * org.caucus.messaging.distribution.rendering.FromRewriter} says who stands in From, {@link
 * org.caucus.messaging.distribution.rendering.MemberAliases} are the addresses that stand for
 * members, and {@link org.caucus.messaging.distribution.rendering.PrivateComposer} passes on what
 * comes to these; {@link org.caucus.messaging.distribution.rendering.SubjectTag} is a list's mark
 * in subjects.
 */
@NullMarked
package org.caucus.messaging.distribution.rendering;

import org.jspecify.annotations.NullMarked;
