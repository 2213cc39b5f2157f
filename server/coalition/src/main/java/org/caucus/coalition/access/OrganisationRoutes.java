package org.caucus.coalition.access;

import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;

/**
 * {@code /organisations}, {@code /proposals} and {@code /seats}: proposes and adds parties, changes
 * roles, ends a seat.
 */
public final class OrganisationRoutes implements Routes {
  private final CommandBus<? extends Members.Held> floor;
  private final AddressRegistry addresses;

  /** Routes on this floor; a new company claims its update address. */
  public OrganisationRoutes(CommandBus<? extends Members.Held> floor, AddressRegistry addresses) {
    this.floor = floor;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("addOrganisation", this::add);
    operations.submit(201, "updateOrganisation", floor, MemberCommand.DescribeOrganisation.class);
    operations.submit(201, "updateProfile", floor, MemberCommand.DescribeSelf.class);
    operations.on("getWorkspaceSettings", this::settings);
    operations.submit(201, "updateWorkspace", floor, MemberCommand.DescribeWorkspace.class);
    operations.submit(201, "setDefaultAudience", floor, MemberCommand.SetDefaultAudience.class);
    operations.on("listProposals", this::proposals);
    operations.on("confirmOrganisation", this::confirm);
    operations.submit(200, "declineOrganisation", floor, MemberCommand.DeclineOrganisation.class);
    operations.submit(200, "changeRole", floor, MemberCommand.ChangeRole.class);
    operations.submit(200, "endSeat", floor, MemberCommand.EndSeat.class);
  }

  private ApiResponse add(ApiRequest call) {
    Members members = convened(call);
    String slug = call.body().getString("slug");
    Side side = Side.valueOf(call.body().getString("side"));
    if (!members.shared()) {
      claim(call, slug, side);
    }
    MemberCommand command =
        new MemberCommand.AddOrganisation(
            slug,
            call.body().getString("name"),
            side,
            MemberEvent.History.valueOf(call.body().getString("history", "FROM_JOINING")));
    return done(201, call, command);
  }

  private ApiResponse settings(ApiRequest call) {
    Members.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    return ApiResponse.ok(MemberPresenter.settings(state.members()));
  }

  private ApiResponse proposals(ApiRequest call) {
    return ApiResponse.ok(new JsonObject().put("items", MemberPresenter.proposals(convened(call))));
  }

  private ApiResponse confirm(ApiRequest call) {
    Proposal proposal = convened(call).proposals().get(call.path("slug"));
    if (proposal != null) {
      claim(call, proposal.slug(), proposal.side());
    }
    return done(201, call, new MemberCommand.ConfirmOrganisation(call.path("slug")));
  }

  private Members convened(ApiRequest call) {
    Members.Held state = floor.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    return state.members();
  }

  /**
   * An address is its owner's for good, so it is claimed for the person who joins and not for a
   * plan.
   */
  private void claim(ApiRequest call, String slug, Side side) {
    if (side == Side.COMPANY) {
      Ref company = Ref.to(Ref.Kind.ORGANISATION, slug);
      addresses.claim(MemberPresenter.updatesLocalPart(slug), call.workspace(), company).await();
    }
  }

  private ApiResponse done(int status, ApiRequest call, MemberCommand command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }
}
