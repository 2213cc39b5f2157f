package org.caucus.coalition.reactions;

import org.caucus.coalition.access.Members;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/** {@code /entries/{id}/reactions}. */
public final class ReactionRoutes implements Routes {
  private final CommandBus<? extends Members.Held> floor;

  /** Routes on this floor. */
  public ReactionRoutes(CommandBus<? extends Members.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("addReaction", this::add);
    operations.on("removeReaction", this::remove);
  }

  private ApiResponse add(ApiRequest call) {
    String name = call.body().getString("reaction");
    return act(call, 201, new ReactionCommand.AddReaction(on(call), reaction(name)));
  }

  private ApiResponse remove(ApiRequest call) {
    Reaction reaction = reaction(call.path("reaction"));
    return act(call, 200, new ReactionCommand.RemoveReaction(on(call), reaction));
  }

  private ApiResponse act(ApiRequest call, int status, Command command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }

  private static Ref on(ApiRequest call) {
    return Ref.to(Ref.Kind.ENTRY, call.path("id"));
  }

  /** The contract names them all. */
  private static Reaction reaction(String name) {
    return Reaction.named(name).orElseThrow(Refusal::absent);
  }
}
