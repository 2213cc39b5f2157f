package org.caucus.coalition.updates.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.attachments.FileDownloads;
import org.caucus.coalition.updates.Updates;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.i18n.Messages;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;

/**
 * {@code /drafts}: a company's own with their files, one confirmed, sent back or discarded, the
 * rule about a second liaison.
 */
public final class DraftRoutes implements Routes {
  private final CommandBus<? extends Updates.Held> floor;
  private final FileDownloads files;
  private final PassedFile passed;
  private final ParsingExecutor heavy;

  /**
   * Routes on this floor.
   *
   * @param passed files as others than their sender have them
   * @param heavy where they are read
   */
  public DraftRoutes(
      CommandBus<? extends Updates.Held> floor,
      Blobs blobs,
      PassedFile passed,
      ParsingExecutor heavy) {
    this.floor = floor;
    this.files = new FileDownloads(blobs);
    this.passed = passed;
    this.heavy = heavy;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listDrafts", this::list);
    operations.on("downloadDraftFile", this::file);
    operations.on("downloadDraftOriginal", this::original);
    operations.submit(201, "confirmDraft", floor, DraftCommand.ConfirmDraft.class);
    operations.submit(201, "returnDraft", floor, DraftCommand.ReturnDraft.class);
    operations.submit(201, "discardDraft", floor, DraftCommand.DiscardDraft.class);
    operations.on(
        "setCompanyRule",
        call -> {
          boolean second = call.body().getBoolean("second");
          if (!second) {
            call.mustBeProved();
          }
          return submit(call, new DraftCommand.RuleCompany(second));
        });
  }

  private ApiResponse list(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    JsonArray items = new JsonArray();
    state.updates().drafts().byId().values().stream()
        .filter(d -> d.isOpen() && state.access().canRead(call.seat(), d.scope()))
        .sorted(Comparator.comparing(Draft::at).thenComparing(Draft::id))
        .forEach(d -> items.add(shown(state, d, call)));
    Seat seat = state.members().seats().get(call.seat());
    boolean second = seat != null && DraftDecider.needsSecond(state, seat.organisation());
    return ApiResponse.ok(new JsonObject().put("items", items).put("second", second));
  }

  /**
   * Asked before each piece whether it is still there for this seat: it may be published by then.
   */
  private ApiResponse file(ApiRequest call) {
    Entry.Attached file = found(call);
    if (!isWhole(call, open(call)) && FileDownloads.isCut(file)) {
      return heavy
          .submit(InputSource.MEMBERS, () -> files.cut(call.workspace(), file, passed))
          .await();
    }
    return files.send(call.workspace(), file, () -> found(call), call.routing().response());
  }

  private Entry.Attached found(ApiRequest call) {
    return DraftFiles.find(open(call), call.path("f")).orElseThrow(Refusal::absent);
  }

  private Draft open(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    return state
        .updates()
        .drafts()
        .find(call.path("id"))
        .filter(d -> d.isOpen() && state.access().canRead(call.seat(), d.scope()))
        .orElseThrow(Refusal::absent);
  }

  /** The letter it came by, whatever was made of its words since. */
  private ApiResponse original(ApiRequest call) {
    Draft draft = open(call);
    String letter = Optional.ofNullable(draft.said().letter()).orElseThrow(Refusal::absent);
    boolean whole = isWhole(call, draft);
    return heavy
        .submit(
            InputSource.MEMBERS,
            () -> files.letter(call.workspace(), letter, draft.id(), whole ? null : passed))
        .await();
  }

  /** Its author has everything as they sent it. */
  private boolean isWhole(ApiRequest call, Draft draft) {
    Updates.Held state = floor.read(call.workspace()).await();
    return state.members().line(call.seat()).contains(draft.said().by());
  }

  private static JsonObject shown(Updates.Held state, Draft draft, ApiRequest call) {
    JsonObject shown = DraftPresenter.show(state, draft, call.seat());
    return draft.why() == null
        ? shown
        : shown.put("why", Messages.kept(call.language(), draft.reason(), draft.why()));
  }

  private ApiResponse submit(ApiRequest call, DraftCommand command) {
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
