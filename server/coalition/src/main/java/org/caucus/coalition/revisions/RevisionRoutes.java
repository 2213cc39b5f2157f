package org.caucus.coalition.revisions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.CopyHolders;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** {@code /entries/{id}}: edits and deletes an entry, and shows what it said before. */
public final class RevisionRoutes implements Routes {
  private final CommandBus<? extends Entries.Held> floor;
  private final CopyHolders received;

  /**
   * Routes on this floor.
   *
   * @param received knows who was sent an entry by mail
   */
  public RevisionRoutes(CommandBus<? extends Entries.Held> floor, CopyHolders received) {
    this.floor = floor;
    this.received = received;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("updateEntry", this::edit);
    operations.on("listEntryVersions", this::versions);
    operations.on("previewEntryDeletion", this::preview);
    operations.on("deleteEntry", this::delete);
    operations.on("restoreEntry", this::restore);
  }

  private ApiResponse edit(ApiRequest call) {
    String text = call.body().getString("text");
    return act(
        call,
        200,
        new RevisionCommand.EditEntry(call.path("id"), text, call.version(), holders(call)));
  }

  private ApiResponse delete(ApiRequest call) {
    String reason = call.body().getString("reason");
    return act(call, 201, new RevisionCommand.DeleteEntry(call.path("id"), reason, holders(call)));
  }

  /** What stays behind: quotes that the reader can read, and copies in mailboxes. */
  private ApiResponse preview(ApiRequest call) {
    Entries.Held state = floor.read(call.workspace()).await();
    Entry entry = RevisionDecider.mustRead(state, call.path("id"), call.seat());
    JsonArray quotes = new JsonArray();
    Quotes.of(state, entry, call.seat()).stream()
        .map(RevisionPresenter::quote)
        .forEach(quotes::add);
    JsonArray things = new JsonArray();
    Quotes.things(state, entry, call.seat()).stream()
        .map(RevisionPresenter::quote)
        .forEach(things::add);
    List<SeatId> holders = holders(call);
    JsonObject shown =
        new JsonObject().put("quotes", quotes).put("things", things).put("mailed", holders.size());
    return ApiResponse.ok(
        RevisionPresenter.namesHolders(state, entry, call.seat())
            ? shown.put("holders", RevisionPresenter.seats(holders))
            : shown);
  }

  private ApiResponse restore(ApiRequest call) {
    return act(call, 200, new RevisionCommand.RestoreEntry(call.path("id")));
  }

  private ApiResponse act(ApiRequest call, int status, RevisionCommand command) {
    Committed done = call.submit(floor, command).await();
    return ApiResponse.accepted(status, done);
  }

  /** Who has its words in a mailbox; nobody, for a seat that cannot read it. */
  private List<SeatId> holders(ApiRequest call) {
    Entries.Held state = floor.read(call.workspace()).await();
    Ref entry = Ref.to(Ref.Kind.ENTRY, call.path("id"));
    boolean reads =
        state
            .scopeOf(entry)
            .filter(scope -> state.access().canRead(call.seat(), scope))
            .isPresent();
    return reads
        ? received.of(call.workspace(), entry, call.seat()).stream()
            .filter(seat -> !seat.equals(call.seat()))
            .sorted(Comparator.comparing(SeatId::value))
            .toList()
        : List.of();
  }

  private ApiResponse versions(ApiRequest call) {
    Entries.Held state = floor.read(call.workspace()).await();
    Entry entry = RevisionDecider.mustRead(state, call.path("id"), call.seat());
    if (entry.isDeleted()) {
      throw Refusal.absent();
    }
    Scope scope = RevisionDecider.scope(state, entry.id());
    return ApiResponse.ok(
        new JsonObject()
            .put("items", RevisionPresenter.versions(state, entry, scope, call.seat()))
            .put("position", state.positionFor(call.seat())));
  }
}
