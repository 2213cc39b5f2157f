package org.caucus.messaging.distribution;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.VisibleMessageIds;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.coalition.mailcommands.CommandParser;
import org.caucus.coalition.mailcommands.CommandResult;
import org.caucus.coalition.mailcommands.MailCommand;
import org.caucus.coalition.mailcommands.RequesterSeats;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recall.SendDelay;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryPolicy;
import org.caucus.messaging.distribution.receipts.ResendReceipts;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Puts every new post of a thread into the outbox, for all who may read it and want it as a letter.
 */
public final class ListDistributor implements Subscription {

  private final CommandBus<Workspace> floor;
  private final Outbox outbox;
  private final MailContent.Waits waits;
  private final Languages languages;
  private final Runnable bell;
  private final InstantSource clock;

  /** Keeps in which language a person is written to. */
  @FunctionalInterface
  public interface Languages {
    /** From now on in this one; again is fine. */
    Future<Void> speak(String person, Language language);
  }

  /**
   * The follower.
   *
   * @param waits which letters wait a minute where neither list nor workspace chose
   * @param languages kept for persons who chose theirs by mail
   * @param bell rung after something was put
   */
  public ListDistributor(
      CommandBus<Workspace> floor,
      Outbox outbox,
      MailContent.Waits waits,
      Languages languages,
      Runnable bell,
      InstantSource clock) {
    this.languages = languages;
    this.waits = waits;
    this.floor = floor;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public String name() {
    return RecipientBatches.SUBSCRIPTION;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    passOn(workspace, commit);
    for (Event event : commit.events()) {
      if (event instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        relay(WorkspaceAt.sequence(floor, workspace, commit.sequence()), commit, e);
      }
      if (event instanceof LetterEvent.LetterObeyed e) {
        Workspace state = WorkspaceAt.sequence(floor, workspace, commit.sequence());
        speak(state, e); // before what is written from here on
        fetch(state, commit, e);
      }
    }
  }

  /** Of a person, and so of all workspaces; done here, as it is no part of this one. */
  private void speak(Workspace state, LetterEvent.LetterObeyed obeyed) {
    if (!obeyed.done()) {
      return;
    }
    Seat seat = state.members().seats().get(obeyed.seat());
    for (CommandResult line : obeyed.lines()) {
      for (CommandParser.Read read : CommandParser.read(line.text(), "", obeyed.list())) {
        if (read.order() instanceof MailCommand.Speak speak && seat != null) {
          languages.speak(seat.person(), speak.language()).await();
        }
      }
    }
  }

  /** Posts that somebody asked for come as letters once more, whatever they usually want. */
  private void fetch(Workspace state, Commit commit, LetterEvent.LetterObeyed obeyed) {
    ResendReceipts.wanted(obeyed).forEach(id -> fetch(state, commit, obeyed.seat(), id));
  }

  private void fetch(Workspace state, Commit commit, SeatId asker, String messageId) {
    for (Seat seat : RequesterSeats.of(state, asker).all()) {
      Optional<Entry> entry =
          new VisibleMessageIds(state, seat.id()).entry(messageId).filter(DeliveryLedger::isMailed);
      if (entry.isPresent()) {
        String id = ResendReceipts.parcel(state, commit, entry.get().id());
        JsonObject payload =
            new JsonObject()
                .put(BatchState.SEQUENCE, commit.sequence())
                .put(PostComposer.ENTRY, entry.get().id())
                .put(PostComposer.ASKED, true);
        List<String> who = List.of(seat.id().value());
        outbox
            .put(
                DeliveryBatch.of(
                    id, state.id(), RecipientBatches.POST, payload, who, clock.instant()))
            .await();
        bell.run();
        return;
      }
    }
  }

  /** To one member, or to all convenors. */
  private void passOn(WorkspaceId workspace, Commit commit) {
    List<LetterEvent.LetterPassedOn> letters =
        commit.events().stream()
            .filter(LetterEvent.LetterPassedOn.class::isInstance)
            .map(LetterEvent.LetterPassedOn.class::cast)
            .toList();
    if (letters.isEmpty()) {
      return;
    }
    SeatId from = letters.getFirst().from();
    JsonObject payload =
        new JsonObject()
            .put(BatchState.SEQUENCE, commit.sequence())
            .put(PrivateComposer.FROM, from == null ? null : from.value())
            .put(PrivateComposer.BLOB, letters.getFirst().blob());
    String id = PrivateComposer.parcel(workspace, commit);
    List<String> who = letters.stream().map(l -> l.to().value()).toList();
    outbox
        .put(DeliveryBatch.of(id, workspace, PrivateComposer.KIND, payload, who, clock.instant()))
        .await();
    bell.run();
  }

  private void relay(Workspace state, Commit commit, EntryEvent.EntryPosted posted) {
    JsonObject payload =
        new JsonObject()
            .put(BatchState.SEQUENCE, commit.sequence())
            .put(PostComposer.ENTRY, posted.id());
    Instant now = clock.instant();
    String list = state.lists().listOf(posted.parent(), commit.sequence());
    SendDelay leaving =
        SendDelay.of(state, state.lists().waits(list, waits), posted.seat(), commit.at(), now);
    List<DeliveryBatch> parcels =
        RecipientBatches.parcels(
            state,
            RecipientBatches.POST,
            commit.id() + "/" + posted.id(),
            payload,
            seat -> DeliveryPolicy.of(state, commit, posted, seat) == PostDelivery.LETTER,
            leaving::at,
            now);
    outbox.putAll(parcels, now).await();
    bell.run();
  }
}
