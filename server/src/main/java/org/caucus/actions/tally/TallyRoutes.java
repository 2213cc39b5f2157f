package org.caucus.actions.tally;

import io.vertx.core.json.JsonObject;
import org.caucus.actions.Actions;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;

/** {@code /commitments}: what organisations said they would do, and what came of it. */
public final class TallyRoutes implements Routes {
  private final Floor<? extends Actions.Held> floor;

  /** Routes on this floor. */
  public TallyRoutes(Floor<? extends Actions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("readTally", this::read);
  }

  private Answer read(Call call) {
    Tally tally = new Tally(floor.read(call.workspace()).await(), call.seat());
    boolean byAction = call.query("by").filter("action"::equals).isPresent();
    var lines = byAction ? tally.byAction() : tally.byOrganisation();
    JsonObject page =
        Paging.page(
            call, lines.stream().map(Tally.Line::show).toList(), line -> line.getString("of"));
    return Answer.ok(page);
  }
}
