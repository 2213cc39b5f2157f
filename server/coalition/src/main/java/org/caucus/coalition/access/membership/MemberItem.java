package org.caucus.coalition.access.membership;

import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Proposal;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** A workspace, an organisation or a seat; of an invitation only that there was one. */
record MemberItem(Members members, Ref ref, Scope scope) implements Item {
  @Override
  public String title() {
    return switch (ref.kind()) {
      case WORKSPACE -> members.name();
      case ORGANISATION -> organisation();
      case SEAT -> members.nameOf(new SeatId(ref.id()));
      default -> "";
    };
  }

  /** One that is proposed has a name too; the caller has checked who may know of it. */
  private String organisation() {
    return Optional.ofNullable(members.organisations().get(ref.id()))
        .map(Organisation::name)
        .or(() -> Optional.ofNullable(members.proposals().get(ref.id())).map(Proposal::name))
        .orElse(ref.id());
  }

  @Override
  public boolean hasAudience() {
    return false;
  }
}
