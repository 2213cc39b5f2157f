/**
 * Who is here and who may read what.
 *
 * <p>{@link org.caucus.members.Members} is the state: organisations, seats, invitations. {@link
 * org.caucus.members.Audience} names a set of readers; a {@link org.caucus.members.Scope} is the
 * chain of audiences a thing hangs in; {@link org.caucus.members.Access} answers the one question
 * that guards every door: may this seat read this scope, now. {@link
 * org.caucus.members.MemberDecider} is the way in and out: nobody enters uninvited.
 */
@NullMarked
package org.caucus.members;

import org.jspecify.annotations.NullMarked;
