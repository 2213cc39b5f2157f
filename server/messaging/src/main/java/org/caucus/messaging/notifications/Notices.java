package org.caucus.messaging.notifications;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.HeldMessageNotices;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recall.SendDelay;
import org.caucus.messaging.distribution.receipts.DeliveryPolicy;
import org.caucus.messaging.distribution.receipts.NoticePayload;
import org.caucus.messaging.distribution.receipts.NoticeReceipts;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.notifications.autoreply.CommandTranscriptMail;
import org.caucus.messaging.notifications.batching.NotificationBatch;
import org.caucus.messaging.notifications.batching.NotificationBatcher;
import org.caucus.messaging.notifications.batching.NotificationBatches;
import org.caucus.messaging.notifications.digests.DigestNotes;
import org.caucus.messaging.notifications.digests.PendingDigests;
import org.caucus.messaging.notifications.replies.ReplyConfirmationMail;
import org.caucus.messaging.notifications.rules.HistoricalView;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;
import org.jspecify.annotations.Nullable;

/** Puts a notice of what happened into the outbox for all who are to hear of it. */
public final class Notices implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "notices";

  private final CommandBus<Workspace> floor;
  private final Outbox outbox;
  private final Runnable bell;
  private final InstantSource clock;

  /** This part of the window is for more of other things that the same person changes. */
  private static final int JOINING = 4;

  private final NotificationBatches bursts;
  private final NotificationBatcher waiting;
  private final DigestNotes notes;
  private final Duration window;
  private final MailContent.Waits waits;

  /**
   * The follower.
   *
   * @param bursts where what happened waits for more of the same thing
   * @param gatherings where it waits for the morning
   * @param window how long it waits for more at the most
   * @param waits which letters wait a minute where neither list nor workspace chose
   * @param bell rung after something was put
   */
  public Notices(
      CommandBus<Workspace> floor,
      Outbox outbox,
      NotificationBatches bursts,
      PendingDigests gatherings,
      Duration window,
      MailContent.Waits waits,
      Runnable bell,
      InstantSource clock) {
    this.floor = floor;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
    this.bursts = bursts;
    this.waiting = new NotificationBatcher(floor, bursts, this::tell, window, clock);
    this.notes = new DigestNotes(gatherings, clock);
    this.window = window;
    this.waits = waits;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The clock that lets leave what waited for more of the same thing. */
  public JobScheduler clock() {
    return waiting.clock();
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    Workspace state = WorkspaceAt.sequence(floor, workspace, commit.sequence());
    Map<SeatId, List<String>> gathered = new LinkedHashMap<>();
    for (int i = 0; i < commit.events().size(); i++) {
      Event event = commit.events().get(i);
      JsonObject payload =
          new JsonObject().put(BatchState.SEQUENCE, commit.sequence()).put(BatchState.EVENT, i);
      hear(state, commit, i).ifPresent(item -> gather(state, item, gathered));
      outsider(state, event).ifPresent(o -> tell(workspace, commit, o, payload));
      welcomed(commit, event).ifPresent(o -> tell(workspace, commit, o, payload));
      PostConfirmationMail.posted(event)
          .map(p -> new Outsider(PostConfirmationMail.KIND, p.author().value()))
          .ifPresent(o -> tell(workspace, commit, o, payload));
    }
    note(state, commit, gathered);
    bell.run();
  }

  /**
   * Notes who is to hear of an event and how, as things stood when it happened, of those who may
   * know of it now. Also if nobody is to hear: when what follows is told must not depend on whether
   * somebody heard of this, which may be for a reason that others cannot read.
   */
  private Optional<NotificationBatch.Item> hear(Workspace state, Commit commit, int place) {
    Event event = commit.events().get(place);
    Workspace then = then(state, commit, event);
    Optional<NotificationAudience> interest = NotificationAudience.in(then, commit, event);
    if (interest.isEmpty()) {
      return Optional.empty();
    }
    NotificationReasons hearing = NotificationReasons.of(then, commit, event);
    BitSet letters = new BitSet();
    BitSet digests = new BitSet();
    List<Seat> all = state.members().all();
    for (int i = 0; i < all.size(); i++) {
      SeatId seat = all.get(i).id();
      Optional<NotificationChannel> way =
          way(then, commit, event, interest.get(), hearing, seat)
              .filter(w -> interest.get().mayRead(state, seat))
              .filter(w -> state.mayKnow(commit, event, seat));
      letters.set(i, way.filter(w -> w == NotificationChannel.AT_ONCE).isPresent());
      digests.set(i, way.filter(w -> w == NotificationChannel.DIGEST).isPresent());
    }
    boolean urgent =
        interest.get().told().isUrgent() || hearing.asksCompany() || hearing.mentionsSomebody();
    if (letters.isEmpty() && digests.isEmpty() && (urgent || window.isZero())) {
      return Optional.empty(); // nothing else is told with it
    }
    String key =
        urgent ? commit.id() + "/" + place : key(state, commit, event, interest.get(), hearing);
    var item =
        new NotificationBatch.Item(
            commit.sequence(),
            place,
            NoticePayload.written(letters),
            NoticePayload.written(digests));
    Duration waits =
        urgent ? Duration.ZERO : isJoined(commit, event) ? window.minus(joining()) : window;
    return Optional.of(noted(state, key, item, waits));
  }

  private Duration joining() {
    return window.dividedBy(JOINING);
  }

  /** Whether it may be told with what the same person changes of other things. */
  private static boolean isJoined(Commit commit, Event event) {
    return NoticeReceipts.isJoined(commit) && Capabilities.joins(event);
  }

  /**
   * Where it is told with what the same person changed of other things, if nothing but that
   * happened to this one; empty if these have a letter of their own.
   */
  private static Optional<String> changes(
      Workspace state, String key, List<NotificationBatch.Item> items) {
    if (NotificationBatch.isOfPerson(key) || key.indexOf(' ') < 0) {
      return Optional.empty();
    }
    List<Commit> commits = items.stream().map(i -> commit(state, i.sequence())).toList();
    SeatId actor = commits.getFirst().seat();
    if (actor == null) {
      return Optional.empty();
    }
    boolean joined =
        commits.stream().allMatch(c -> actor.equals(c.seat()))
            && items.stream()
                .allMatch(
                    i -> {
                      Commit commit = commit(state, i.sequence());
                      return isJoined(commit, commit.events().get(i.event()));
                    });
    return joined
        ? Optional.of(NotificationBatch.ofPerson(actor, key.substring(key.indexOf(' ') + 1)))
        : Optional.empty();
  }

  private NotificationBatch.Item noted(
      Workspace state, String key, NotificationBatch.Item item, Duration waits) {
    Instant now = clock.instant();
    Instant due = now.plus(waits);
    NotificationBatch.Item noted = bursts.note(state.id(), key, item, due);
    if (!due.isAfter(now)) {
      waiting.leave(state.id(), key, now);
    }
    return noted;
  }

  /** A thing, and who can read what is told of it: an answer to one letter has one audience. */
  private static String key(
      Workspace state,
      Commit commit,
      Event event,
      NotificationAudience interest,
      NotificationReasons hearing) {
    Ref thing = hearing.thing().orElse(interest.about());
    Stream<Audience> about = state.scopeOf(interest.about()).map(Scope::audience).stream();
    Stream<Audience> said =
        commit.events().stream()
            .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p) : null)
            .flatMap(p -> state.entries().find(p.id()).stream())
            .map(Entry::audience);
    Stream<Audience> readers =
        event instanceof EntryEvent.EntryPosted ? said : Stream.concat(about, said);
    return thing + " " + readers.distinct().map(Audience::wire).collect(Collectors.joining(" "));
  }

  /** Adds it to what gathers for the morning of those who chose that. */
  private static void gather(
      Workspace state, NotificationBatch.Item item, Map<SeatId, List<String>> gathered) {
    List<Seat> all = state.members().all();
    for (int i = 0; i < all.size(); i++) {
      if (NoticePayload.has(item.digests(), i)) {
        gathered
            .computeIfAbsent(all.get(i).id(), s -> new ArrayList<>())
            .add(item.sequence() + "/" + item.event());
      }
    }
  }

  private void note(Workspace state, Commit commit, Map<SeatId, List<String>> gathered) {
    List<Future<Void>> all = new ArrayList<>();
    Instant now = clock.instant();
    gathered.forEach(
        (seat, items) -> {
          Instant leaves =
              SendDelay.of(state, waits(state, commit), stopper(commit), commit.at(), now).at(seat);
          all.add(
              notes.note(
                  state,
                  new DigestNotes.News(
                      seat, DigestNotes.NOTICES, commit.sequence(), items.size(), items, leaves)));
        });
    Future.all(all).await();
  }

  /**
   * Puts one letter a seat into the outbox, which tells all of these that it is to hear of; or
   * hands them on to what the same person changed of other things.
   */
  private void tell(Workspace state, String key, List<NotificationBatch.Item> items) {
    List<NotificationBatch.Item> mailed =
        items.stream()
            .filter(i -> !i.letters().isEmpty()) // else it is for the morning only
            .sorted(Comparator.comparingLong(NotificationBatch.Item::sequence))
            .toList();
    Optional<String> changes =
        mailed.isEmpty() || window.isZero() ? Optional.empty() : changes(state, key, mailed);
    if (changes.isPresent()) {
      Instant due = clock.instant().plus(joining());
      mailed.forEach(item -> bursts.note(state.id(), changes.get(), item, due));
      return;
    }
    List<NoticePayload.Item> told =
        mailed.stream()
            .map(i -> new NoticePayload.Item(i.sequence(), i.event(), i.letters()))
            .toList();
    if (told.isEmpty()) {
      return;
    }
    List<Seat> all = state.members().all();
    Set<SeatId> hearers = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      int place = i;
      if (told.stream().anyMatch(item -> item.isFor(place))) {
        hearers.add(all.get(i).id());
      }
    }
    NoticePayload.Item first = told.getFirst();
    Instant now = clock.instant();
    List<DeliveryBatch> parcels =
        RecipientBatches.parcels(
            state,
            NoticeComposer.KIND,
            commit(state, first.sequence()).id() + "/" + first.event(),
            new NoticePayload(told).payload(),
            hearers::contains,
            seat -> leaves(state, told, seat, now),
            now);
    Future.all(parcels.stream().map(outbox::put).toList()).await();
    bell.run();
  }

  /** Not before the last of it may leave; what somebody waits for leaves at any hour. */
  private Instant leaves(Workspace state, List<NoticePayload.Item> told, SeatId seat, Instant now) {
    return told.stream()
        .map(
            item -> {
              Commit commit = commit(state, item.sequence());
              Event event = commit.events().get(item.event());
              Instant leaves =
                  HeldMessageNotices.of(state, event).isPresent()
                      ? now
                      : SendDelay.of(
                              state, waits(state, commit), stopper(commit, event), commit.at(), now)
                          .at(seat);
              return Revisions.staysBy(event, commit.at()).filter(leaves::isBefore).orElse(leaves);
            })
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  /**
   * Who can stop it within the minute: whose words it is, or the person who opened them to more by
   * hand.
   */
  private static @Nullable SeatId stopper(Commit commit, Event event) {
    return event instanceof AudienceEvent.Widened opened && commit.seat() != null
        ? opened.by()
        : event.author();
  }

  private static @Nullable SeatId stopper(Commit commit) {
    return commit.events().stream()
        .map(event -> stopper(commit, event))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** As the list chose on which it was said, else the workspace. */
  private MailContent.Waits waits(Workspace state, Commit commit) {
    String list =
        commit.events().stream()
            .flatMap(
                event ->
                    event instanceof EntryEvent.EntryPosted e
                        ? state.lists().thread(e.parent().id()).stream()
                        : Stream.empty())
            .map(Thread::list)
            .findFirst()
            .orElse("");
    return state.lists().waits(list, waits);
  }

  /** Whether a seat is to hear of an event by a letter about it, as when that was decided. */
  static boolean concerns(Workspace state, Commit commit, Event event, SeatId seat) {
    Workspace then = then(state, commit, event);
    NotificationReasons hearing = NotificationReasons.of(then, commit, event);
    return NotificationAudience.in(then, commit, event)
        .flatMap(interest -> way(then, commit, event, interest, hearing, seat))
        .filter(way -> way == NotificationChannel.AT_ONCE && state.mayKnow(commit, event, seat))
        .isPresent();
  }

  /** What decides who hears of an event: the thing it is of, as it was when it happened. */
  private static Workspace then(Workspace state, Commit commit, Event event) {
    Optional<Ref> thing = NotificationReasons.of(state, commit, event).thing();
    return thing.map(t -> HistoricalView.asOf(state, t, commit)).orElse(state);
  }

  /** Who heard of a thing by notice, and how, as far as the person who asks may know. */
  public static NoticeReceipts.Hearers hearers(Workspace state, Ref thing, SeatId asker) {
    HistoricalView past = new HistoricalView(state, thing, asker);
    return (commit, event) -> {
      if (!past.isOfIt(commit, event)) {
        return Optional.empty();
      }
      Workspace then = past.at(commit);
      Event teller = NotificationAudience.teller(then, commit, event);
      NotificationReasons hearing = NotificationReasons.of(then, commit, teller);
      Predicate<SeatId> reads = readers(then, event);
      return NotificationAudience.in(then, commit, teller)
          .map(
              interest ->
                  seat ->
                      reads.test(seat)
                          ? way(then, commit, teller, interest, hearing, seat)
                          : Optional.empty());
    };
  }

  /** What was said may have fewer readers than what it was told with. */
  private static Predicate<SeatId> readers(Workspace then, Event event) {
    return event instanceof EntryEvent.EntryPosted e
        ? then.scopeOf(Ref.to(Ref.Kind.ENTRY, e.id()))
            .<Predicate<SeatId>>map(scope -> seat -> then.access().canRead(seat, scope))
            .orElse(seat -> false)
        : seat -> true;
  }

  /** How a seat is to hear of an event, as it had chosen when it happened; empty if not at all. */
  private static Optional<NotificationChannel> way(
      Workspace state,
      Commit commit,
      Event event,
      NotificationAudience interest,
      NotificationReasons hearing,
      SeatId seat) {
    if ((isActor(state, commit, event, seat) && !interest.told().isForActor())
        || !interest.hears(state, seat)
        || !state.mayKnow(commit, event, seat)) {
      return Optional.empty();
    }
    if (HeldMessageNotices.of(state, event).isPresent()) {
      return Optional.of(NotificationChannel.AT_ONCE);
    }
    PersonalMailSettings personal = state.lists().habits().at(seat, commit.sequence());
    return hearing
        .why(seat)
        .filter(why -> why != NotificationReason.MENTIONED || isMailed(state, commit, event, seat))
        .map(
            why ->
                hearing.isAsked(seat)
                    ? asked(personal.way(why), personal.way(NotificationReason.REQUEST))
                    : personal.way(why));
  }

  /**
   * Whether a notice tells somebody that they are mentioned. Not of a thing they muted, where it
   * rings alone; nor of a post that comes to them by its list.
   */
  private static boolean isMailed(Workspace state, Commit commit, Event event, SeatId seat) {
    Ref thing = NotificationReasons.of(state, commit, event).thing().orElseThrow();
    boolean muted =
        state.lists().habits().wish(seat, thing, commit.sequence()) == ThreadPreference.MUTE;
    boolean comes =
        event instanceof EntryEvent.EntryPosted posted
            && thing.kind() == Ref.Kind.THREAD
            && !DeliveryPolicy.isOff(state, commit, posted, seat);
    return !muted && !comes;
  }

  /** What a company is asked does not wait for a morning: the asker waits. */
  private static NotificationChannel asked(NotificationChannel one, NotificationChannel other) {
    NotificationChannel sooner = one.compareTo(other) < 0 ? one : other;
    return sooner == NotificationChannel.DIGEST ? NotificationChannel.AT_ONCE : sooner;
  }

  /**
   * Nobody is told of their own act, whichever of their seats did it; but to be asked "was it you"
   * is not one's own act, and the person who decides by mail sees nothing of it until they are
   * told.
   */
  private static boolean isActor(Workspace state, Commit commit, Event event, SeatId seat) {
    boolean byMail = commit.key() != null && commit.key().byLetter();
    return state.members().isSamePerson(commit.seat(), seat)
        && !(event instanceof LetterEvent.LetterHeld)
        && !(byMail && HeldMessageNotices.of(state, event).isPresent());
  }

  /**
   * Whom one letter is for.
   *
   * @param address or the seat, for what its author is told
   */
  private record Outsider(String kind, String address) {}

  /** Who joined by a letter may never see a page: they get the guide as a letter. */
  private static Optional<Outsider> welcomed(Commit commit, Event event) {
    return event instanceof MemberEvent.SeatTaken e
            && commit.key() != null
            && commit.key().byLetter()
        ? Optional.of(new Outsider(WelcomeMail.KIND, e.seat().value()))
        : Optional.empty();
  }

  /** Somebody who may have no seat, and hears by address. */
  private static Optional<Outsider> outsider(Workspace state, Event event) {
    return switch (event) {
      case LetterEvent.LetterRefused e ->
          Optional.of(new Outsider(LetterStatusMail.KIND, e.sender()));
      case LetterEvent.LetterObeyed e ->
          Optional.of(new Outsider(CommandTranscriptMail.KIND, e.seat().value()));
      case MemberEvent.Invited e when e.sending() != null && e.sending().byLink() ->
          Optional.empty();
      case MemberEvent.Invited e -> Optional.of(new Outsider(InvitationMail.KIND, e.address()));
      case MemberEvent.InvitationReminded e ->
          Optional.ofNullable(state.members().invitations().get(e.id()))
              .map(i -> new Outsider(InvitationMail.KIND, i.address()));
      case LetterEvent.WordTaken e ->
          Optional.of(new Outsider(ReplyConfirmationMail.KIND, e.by().value()));
      case LetterEvent.LetterTookBack e ->
          Optional.of(new Outsider(PostConfirmationMail.KIND, e.by().value()));
      default ->
          HeldMessageNotices.answered(state, event)
              .map(to -> new Outsider(LetterStatusMail.KIND, to));
    };
  }

  private void tell(WorkspaceId workspace, Commit commit, Outsider to, JsonObject payload) {
    String id = DeliveryBatch.id(workspace.value(), cause(commit, payload), to.kind());
    List<String> who = List.of(to.address());
    outbox.put(DeliveryBatch.of(id, workspace, to.kind(), payload, who, clock.instant())).await();
  }

  private static String cause(Commit commit, JsonObject payload) {
    return commit.id() + "/" + payload.getInteger(BatchState.EVENT);
  }

  private static Commit commit(Workspace state, long sequence) {
    return state.history().get(Math.toIntExact(sequence - 1));
  }
}
