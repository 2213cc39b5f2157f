/**
 * How a letter is made fit to be sent on: {@link org.caucus.relay.rendering.FromRewriter} says who
 * stands in From, {@link org.caucus.relay.rendering.MemberAliases} are the addresses that stand for
 * members, and {@link org.caucus.relay.rendering.PrivateComposer} passes on what comes to these;
 * {@link org.caucus.relay.rendering.SubjectTag} is a list's mark in subjects.
 */
@NullMarked
package org.caucus.relay.rendering;

import org.jspecify.annotations.NullMarked;
