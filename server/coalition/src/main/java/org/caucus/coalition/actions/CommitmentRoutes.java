package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;

/** {@code /commitments}: what organisations said they would do, and what came of it. */
public final class CommitmentRoutes implements Routes {
  private final CommandBus<? extends Actions.Held> floor;

  /** Routes on this floor. */
  public CommitmentRoutes(CommandBus<? extends Actions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listCommitmentTallies", this::read);
  }

  private ApiResponse read(ApiRequest call) {
    CommitmentTally tally = new CommitmentTally(floor.read(call.workspace()).await(), call.seat());
    boolean byAction = call.query("by").filter("action"::equals).isPresent();
    var lines = byAction ? tally.byAction() : tally.byOrganisation();
    JsonObject page =
        Paging.page(
            call,
            lines.stream().map(CommitmentTally.Line::show).toList(),
            line -> line.getString("of"));
    return ApiResponse.ok(page);
  }
}
