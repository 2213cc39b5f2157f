package org.caucus.members;

import org.caucus.command.Addresses;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/** {@code /organisations} and {@code /seats}: adds a party, ends a seat. */
public final class OrganisationRoutes implements Routes {
  private final Floor<? extends Members.Held> floor;
  private final Addresses addresses;

  /** Routes on this floor; a new company claims its update address. */
  public OrganisationRoutes(Floor<? extends Members.Held> floor, Addresses addresses) {
    this.floor = floor;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("addOrganisation", this::add);
    operations.on("endSeat", this::endSeat);
  }

  private Answer add(Call call) {
    floor.read(call.workspace()).await().access().mustConvene(call.seat());
    String slug = call.body().getString("slug");
    Side side = Side.valueOf(call.body().getString("side"));
    if (side == Side.COMPANY) {
      addresses
          .claim(
              MemberPresenter.updatesLocalPart(slug),
              call.workspace(),
              Ref.to(Ref.Kind.ORGANISATION, slug))
          .await();
    }
    MemberCommand command =
        new MemberCommand.AddOrganisation(
            slug,
            call.body().getString("name"),
            side,
            MemberEvent.History.valueOf(call.body().getString("history", "FROM_JOINING")));
    return Answer.accepted(
        201, floor.submit(call.workspace(), call.seat(), command, call.key()).await());
  }

  private Answer endSeat(Call call) {
    MemberCommand command = new MemberCommand.EndSeat(new SeatId(call.path("id")));
    return Answer.accepted(
        200, floor.submit(call.workspace(), call.seat(), command, call.key()).await());
  }
}
