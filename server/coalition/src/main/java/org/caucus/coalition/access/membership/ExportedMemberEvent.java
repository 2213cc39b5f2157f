package org.caucus.coalition.access.membership;

import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.capability.EventExport;

/** What a copy says of who is here. */
final class ExportedMemberEvent {
  private final EventExport out;

  private ExportedMemberEvent(EventExport out) {
    this.out = out;
  }

  static void put(MemberEvent event, EventExport to) {
    new ExportedMemberEvent(to).all(event);
  }

  private void all(MemberEvent event) {
    switch (event) {
      case MemberEvent.WorkspaceOpened e -> out.put("slug", e.slug()).put("name", e.name());
      case MemberEvent.OrganisationProposed e ->
          out.put("slug", e.slug()).put("name", e.name()).put("side", e.side()).put("by", e.by());
      case MemberEvent.ProposalDeclined e -> out.put("slug", e.slug()).put("by", e.by());
      case MemberEvent.OrganisationAdded e ->
          out.put("slug", e.slug())
              .put("name", e.name())
              .put("side", e.side().name())
              .put("proposedBy", e.proposedBy());
      case MemberEvent.Invited e ->
          out.put("id", e.id())
              .put("address", e.address())
              .put("name", e.name())
              .put("organisation", e.organisation())
              .put("role", e.role().name())
              .put("succeeds", e.succeeds())
              .put("consented", e.terms() == null ? null : e.terms().consented());
      case MemberEvent.InvitationRevoked e -> out.put("id", e.id());
      case MemberEvent.SeatTaken e ->
          out.put("seat", e.seat())
              .put("name", e.name())
              .put("organisation", e.organisation())
              .put("role", e.role().name());
      case MemberEvent.RoleChanged e -> out.put("seat", e.seat()).put("role", e.role());
      case MemberEvent.SeatHandedOver e ->
          out.put("seat", e.seat()).put("successor", e.successor());
      case MemberEvent.SeatEnded e -> out.put("seat", e.seat());
      case MemberEvent.RecordExported e -> out.put("seat", e.seat()).put("what", e.what());
      case MemberEvent.RecoveryConfirmed e -> out.put("seat", e.seat()).put("by", e.by());
      case MemberEvent.RecoveryAwaited e -> out.put("seat", e.seat()).put("until", e.until());
      case MemberEvent.RecoveryCalledOff e -> out.put("seat", e.seat());
      case MemberEvent.SignInRuled e -> out.put("passkeys", e.passkeys()).put("by", e.by());
    }
  }
}
