/**
 * Who decides about who is here.
 *
 * <p>{@link org.caucus.members.deciding.MemberDecider} takes every command and gives it to the
 * decider it is for: {@link org.caucus.members.deciding.OrganisationDecider} for organisations,
 * which need two convenors; {@link org.caucus.members.deciding.InvitationDecider} for the way in;
 * {@link org.caucus.members.deciding.SeatDecider} for roles and the way out.
 */
@NullMarked
package org.caucus.members.deciding;

import org.jspecify.annotations.NullMarked;
