/**
 * Who decides about who is here.
 *
 * <p>{@link org.caucus.coalition.access.membership.MemberDecider} takes every command and gives it
 * to the decider it is for: {@link org.caucus.coalition.access.membership.OrganisationDecider} for
 * organisations, which need two convenors; {@link
 * org.caucus.coalition.access.membership.InvitationDecider} for the way in; {@link
 * org.caucus.coalition.access.membership.SeatDecider} for roles and the way out.
 */
@NullMarked
package org.caucus.coalition.access.membership;

import org.jspecify.annotations.NullMarked;
