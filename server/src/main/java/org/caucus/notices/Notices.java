package org.caucus.notices;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.actions.ActionEvent;
import org.caucus.answers.TranscriptMail;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.SeatId;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueEvent;
import org.caucus.letters.LetterEvent;
import org.caucus.lists.mail.Personal;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.members.MemberEvent;
import org.caucus.notices.hearing.Hearing;
import org.caucus.notices.hearing.Interest;
import org.caucus.notices.waiting.HoldNews;
import org.caucus.relay.Current;
import org.caucus.relay.Recipients;
import org.caucus.relay.recall.Leaving;
import org.caucus.updates.UpdateEvent;
import org.caucus.wishes.Way;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Puts a notice of what happened into the outbox for all who are to hear of it. */
public final class Notices implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "notices";

  /** The commit an event is in. */
  static final String SEQUENCE = "sequence";

  /** Its place among the events of that commit. */
  static final String EVENT = "event";

  private final Floor<Workspace> floor;
  private final Outbox outbox;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * The follower.
   *
   * @param bell rung after something was put
   */
  public Notices(Floor<Workspace> floor, Outbox outbox, Runnable bell, InstantSource clock) {
    this.floor = floor;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    Workspace state = Current.at(floor, workspace, commit.sequence());
    for (int i = 0; i < commit.events().size(); i++) {
      Event event = commit.events().get(i);
      JsonObject payload = new JsonObject().put(SEQUENCE, commit.sequence()).put(EVENT, i);
      tellSeats(state, commit, event, payload);
      outsider(state, event).ifPresent(o -> tell(workspace, commit, o, payload));
      EchoMail.posted(event)
          .map(p -> new Outsider(EchoMail.KIND, p.author().value()))
          .ifPresent(o -> tell(workspace, commit, o, payload));
    }
    bell.run();
  }

  private void tellSeats(Workspace state, Commit commit, Event event, JsonObject payload) {
    Optional<Interest> interest = Interest.in(state, commit, event);
    if (interest.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Leaving leaving = Leaving.of(state, author(event), commit.at(), now);
    List<Parcel> parcels =
        Recipients.parcels(
            state,
            NoticeComposer.KIND,
            cause(commit, payload),
            payload,
            seat -> concerns(state, commit, event, interest.get(), seat),
            // somebody waits for an answer: that is told at any hour
            seat -> HoldNews.of(state, event).isPresent() ? now : leaving.at(seat),
            now);
    parcels.forEach(parcel -> outbox.put(parcel).await());
  }

  /** Whose post it is, that can still be taken back; null for all else. */
  private static @Nullable SeatId author(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> e.seat();
      case IssueEvent.IssueOpened e -> e.by();
      case UpdateEvent.UpdatePosted e -> e.by();
      case ActionEvent.ActionPlanned e -> e.by();
      default -> null;
    };
  }

  /** Whether a seat is to hear of an event. */
  static boolean concerns(
      Workspace state, Commit commit, Event event, Interest interest, SeatId seat) {
    return !isActor(state, commit, event, seat)
        && interest.hears(state, seat)
        && state.mayKnow(commit, event, seat)
        && isMailed(state, commit, event, seat);
  }

  /** Whether the seat wants mail of it, by the kind it hears of it as, and of the thing. */
  private static boolean isMailed(Workspace state, Commit commit, Event event, SeatId seat) {
    if (HoldNews.of(state, event).isPresent()) {
      return true;
    }
    Personal personal = state.lists().habits().at(seat, commit.sequence());
    return Hearing.of(state, commit, event)
        .why(seat)
        .filter(kind -> personal.way(kind) == Way.AT_ONCE || personal.way(kind) == Way.DIGEST)
        .isPresent();
  }

  /**
   * Nobody is told of their own act, whichever of their seats did it; but to be asked "was it you"
   * is not one's own act, and whoever decides by mail sees nothing of it until they are told.
   */
  private static boolean isActor(Workspace state, Commit commit, Event event, SeatId seat) {
    boolean byMail = commit.key() != null && commit.key().byLetter();
    return state.members().isSamePerson(commit.seat(), seat)
        && !(event instanceof LetterEvent.LetterHeld)
        && !(byMail && HoldNews.of(state, event).isPresent());
  }

  /**
   * Whom one letter is for.
   *
   * @param address or the seat, for what its author is told
   */
  private record Outsider(String kind, String address) {}

  /** Somebody who may have no seat, and hears by address. */
  private static Optional<Outsider> outsider(Workspace state, Event event) {
    return switch (event) {
      case LetterEvent.LetterRefused e -> Optional.of(new Outsider(LetterAnswers.KIND, e.sender()));
      case LetterEvent.LetterObeyed e ->
          Optional.of(new Outsider(TranscriptMail.KIND, e.seat().value()));
      case MemberEvent.Invited e -> Optional.of(new Outsider(InvitationMail.KIND, e.address()));
      case LetterEvent.LetterTookBack e -> Optional.of(new Outsider(EchoMail.KIND, e.by().value()));
      default -> HoldNews.answered(state, event).map(to -> new Outsider(LetterAnswers.KIND, to));
    };
  }

  private void tell(WorkspaceId workspace, Commit commit, Outsider to, JsonObject payload) {
    String id = Parcel.id(workspace.value(), cause(commit, payload), to.kind());
    List<String> who = List.of(to.address());
    outbox.put(Parcel.of(id, workspace, to.kind(), payload, who, clock.instant())).await();
  }

  private static String cause(Commit commit, JsonObject payload) {
    return commit.id() + "/" + payload.getInteger(EVENT);
  }

  /** The commit a parcel is about. */
  static Commit commit(Workspace state, Parcel parcel) {
    return state.history().get(Math.toIntExact(parcel.payload().getLong(SEQUENCE) - 1));
  }

  /** The event a parcel is about. */
  static Event event(Workspace state, Parcel parcel) {
    return commit(state, parcel).events().get(parcel.payload().getInteger(EVENT));
  }
}
