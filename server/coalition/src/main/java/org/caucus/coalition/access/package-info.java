/**
 * Who is here and who may read what.
 *
 * <p>{@link org.caucus.coalition.access.Members} is the state: organisations, seats, invitations.
 * {@link org.caucus.coalition.access.Audience} names a set of readers; a {@link
 * org.caucus.coalition.access.Scope} is the chain of audiences a thing hangs in; {@link
 * org.caucus.coalition.access.Access} answers the one question that guards every door: may this
 * seat read this scope, now. {@link org.caucus.coalition.access.MemberDecider} is the way in and
 * out: nobody enters uninvited.
 *
 * <p>How often a thing was changed, counted for each of its readers.
 *
 * <p>A head that is opened to more people shows what it says now, and nothing of how it came to
 * that: {@link org.caucus.coalition.access.RevisionCounter} counts for a reader what happened while
 * the thing was theirs to read, so that neither a number nor a time tells of changes before that.
 */
@NullMarked
package org.caucus.coalition.access;

import org.jspecify.annotations.NullMarked;
