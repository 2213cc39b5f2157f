package org.caucus.messaging.distribution.receipts;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a mailed copy of a thing, by the ledger: parcels have ids that follow from what
 * happened, so those of a thing are found without an index of what was sent about what.
 */
public final class DeliveryReceipts {
  /** Most happenings of one thing that are looked up, the newest of them. */
  static final int MAX_HAPPENINGS = 2_000;

  /** Longest time, in which a notice waits for more of the same thing. */
  public static final Duration MOST_WAITING = Duration.ofHours(1);

  /** Most happenings before one that its notice may have begun with. */
  private static final int MAX_EARLIER = 50;

  private final CommandBus<Workspace> floor;
  private final Outbox outbox;
  private final String notices;
  private final Digests digests;
  private final DigestReceipts brought;
  private final NoticeReceipts.Asking asking;

  /** How far digests have come. */
  @FunctionalInterface
  public interface Digests {
    /** The sequence up to which a seat was sent what gathered from a list; 0 if nothing was. */
    Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list);

    /**
     * The digest that was made ready of what a seat gets with others of a list, if it has what
     * happened at that place; empty if none was, or that is not known any more. Blocks.
     */
    default Optional<Made> made(Workspace state, SeatId seat, String list, long sequence) {
      return Optional.empty();
    }

    /**
     * The same, asked when a letter is written that was posted in a later commit: where none was
     * made ready, one that is from now on knows of that commit. Blocks.
     *
     * @param letter sequence of that commit
     */
    default Optional<Made> madeBefore(
        Workspace state, SeatId seat, String list, long sequence, long letter) {
      return made(state, seat, list, sequence);
    }

    /** What became of the letters of a post, by the seats that they were put for. Blocks. */
    default Map<SeatId, DeliveryOutcome> letters(
        Workspace state, Commit commit, EntryEvent.EntryPosted posted) {
      return Map.of();
    }

    /**
     * Where what a seat gets with others of a list is, if it happened at that place. Blocks.
     *
     * @param entry the post; null for what is told by notice
     */
    default DeliveryStatusOfSeat course(
        Workspace state, SeatId seat, String list, long sequence, @Nullable String entry) {
      if (state.lists().trouble(seat).suspended() != null) {
        return DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.SUSPENDED);
      }
      long sent = Objects.requireNonNull(sentUpTo(state.id(), seat, list).await());
      return DeliveryStatusOfSeat.of(
          seat,
          sent >= sequence
              ? DeliveryStatusOfSeat.State.IN_DIGEST
              : DeliveryStatusOfSeat.State.NEXT_DIGEST);
    }
  }

  /**
   * A digest that was made ready.
   *
   * @param seen the last commit that was known then, by its sequence
   * @param direct entries that it does not repeat, as their letters named its reader
   */
  public record Made(long seen, DeliveryOutcome fate, List<String> direct) {
    /** A copy that nobody else can change. */
    public Made {
      direct = List.copyOf(direct);
    }
  }

  /**
   * Asks this outbox and its ledger.
   *
   * @param notices the kind of parcel that notices are
   * @param asking who heard of what by notice
   */
  public DeliveryReceipts(
      CommandBus<Workspace> floor,
      Outbox outbox,
      String notices,
      Digests digests,
      NoticeReceipts.Asking asking) {
    this.asking = asking;
    this.digests = digests;
    this.brought = new DigestReceipts(digests);
    this.floor = floor;
    this.outbox = outbox;
    this.notices = notices;
  }

  /**
   * The seats whose mail host took a letter of this thing or of what hangs on it, as far as {@code
   * asker} may know of what was sent, and of why. Blocks.
   */
  public Set<SeatId> of(WorkspaceId workspace, Ref thing, SeatId asker) {
    Workspace state = floor.read(workspace).await();
    List<Happened> happened = happenings(state, thing, asker);
    Set<SeatId> served = new HashSet<>();
    outbox.byIds(posts(state, happened)).forEach(parcel -> sent(parcel, served));
    served.addAll(elsewhere(state, happened, asker));
    served.addAll(inDigests(state, happened, asker));
    served.addAll(told(state, thing, happened, asker));
    return served;
  }

  /**
   * A digest that is on its way counts as there: it is not known for each post in which one it was.
   */
  private Set<SeatId> inDigests(Workspace state, List<Happened> happened, SeatId asker) {
    Predicate<DeliveryPolicy.Other> known =
        other -> DeliveryLedger.canRead(state, other.entry(), asker);
    Set<SeatId> served = new HashSet<>();
    Map<String, Long> sentUpTo = new HashMap<>();
    for (Happened h : happened) {
      if (h.event() instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        String list = state.lists().listOf(e.parent(), h.commit().sequence());
        state.members().active().stream()
            .map(Seat::id)
            .filter(
                seat ->
                    DeliveryPolicy.why(state, h.commit(), e, seat, known)
                            == DeliveryPolicy.Why.DIGEST
                        || brought.has(state, h.commit(), e, seat).isPresent())
            .filter(
                seat ->
                    sentUpTo.computeIfAbsent(
                            seat.value() + " " + list,
                            k -> digests.sentUpTo(state.id(), seat, list).await())
                        >= h.commit().sequence())
            .forEach(served::add);
      }
    }
    return served;
  }

  /**
   * Those to whom a post came by another list that the person who asks cannot read, and would have
   * come by this one else.
   */
  private Set<SeatId> elsewhere(Workspace state, List<Happened> happened, SeatId asker) {
    Predicate<DeliveryPolicy.Other> known =
        other -> DeliveryLedger.canRead(state, other.entry(), asker);
    Set<SeatId> served = new HashSet<>();
    for (Happened h : happened) {
      if (!(h.event() instanceof EntryEvent.EntryPosted e) || e.letter() == null) {
        continue;
      }
      outbox
          .byIds(RecipientBatches.ids(state, RecipientBatches.POST, h.commit().id() + "/" + e.id()))
          .stream()
          .flatMap(parcel -> parcel.recipients().stream())
          .filter(
              r -> r.fate() instanceof DeliveryOutcome.Withheld withheld && withheld.otherwise())
          .map(r -> new SeatId(r.who()))
          .filter(seat -> brought.before(state, h.commit().sequence(), e.id(), seat))
          .forEach(served::add);
      state.members().active().stream()
          .map(Seat::id)
          .filter(
              seat ->
                  DeliveryPolicy.why(state, h.commit(), e, seat, known)
                      == DeliveryPolicy.Why.LETTER)
          .filter(
              seat ->
                  DeliveryPolicy.elsewhere(state, h.commit(), e, seat, PostDelivery.LETTER)
                      .anyMatch(other -> came(state, other, seat)))
          .forEach(served::add);
    }
    return served;
  }

  private boolean came(Workspace state, DeliveryPolicy.Other other, SeatId seat) {
    String cause = other.commit().id() + "/" + other.entry().id();
    Set<SeatId> all = new HashSet<>();
    outbox
        .byIds(RecipientBatches.ids(state, RecipientBatches.POST, cause))
        .forEach(parcel -> sent(parcel, all));
    return all.stream().anyMatch(one -> state.members().isSamePerson(one, seat));
  }

  /**
   * Those told of it by a notice, also by one that began with something else of the same thing; and
   * those who get notices once a day, of whose letters it is not known what each told: one that
   * left later counts. Nobody who heard for a reason that the person who asks cannot read.
   */
  private Set<SeatId> told(Workspace state, Ref thing, List<Happened> happened, SeatId asker) {
    Map<Place, Heard> heard = heard(state, thing, happened, asker);
    Set<String> ids = new LinkedHashSet<>();
    for (Happened h : happened) {
      places(h, thing)
          .mapToObj(i -> RecipientBatches.ids(state, notices, h.commit().id() + "/" + i))
          .forEach(ids::addAll);
      if (h.event() instanceof EntryEvent.EntryPosted e && thing.kind() == Ref.Kind.ENTRY) {
        earlier(state, h.commit(), e.parent(), asker)
            .forEach(cause -> ids.addAll(RecipientBatches.ids(state, notices, cause)));
      }
      beside(state, h.commit())
          .forEach(cause -> ids.addAll(RecipientBatches.ids(state, notices, cause)));
    }
    Set<SeatId> served = new HashSet<>();
    outbox.byIds(List.copyOf(ids)).forEach(parcel -> tellsOf(state, heard, parcel, served));
    heard.forEach((place, by) -> served.addAll(inTheMorning(state, place, by)));
    return served;
  }

  /** Where something stands in the log. */
  private record Place(long sequence, int event) {}

  /** Whether a seat heard of something in this way. */
  @FunctionalInterface
  private interface Heard {
    boolean is(SeatId seat, NotificationChannel way);
  }

  /** How each of these was heard of; nothing of what nobody is told of by notice. */
  private Map<Place, Heard> heard(
      Workspace state, Ref thing, List<Happened> happened, SeatId asker) {
    Map<Place, Heard> heard = new HashMap<>();
    Optional<Ref> spokenOf = spokenOf(state, thing);
    Optional<NoticeReceipts.Hearers> hearers = spokenOf.map(ref -> asking.of(state, ref, asker));
    for (Happened h : happened.reversed()) {
      Place at = new Place(h.commit().sequence(), h.place());
      Optional<Heard> heardOf =
          hearers.isEmpty()
              ? Optional.of(
                  (seat, way) -> way == NotificationChannel.AT_ONCE || gathers(state, at, seat))
              : hearers
                  .get()
                  .of(h.commit(), h.event())
                  .map(hears -> (seat, way) -> hears.by(seat).equals(Optional.of(way)));
      heardOf.ifPresent(
          by -> places(h, thing).forEach(i -> heard.put(new Place(at.sequence(), i), by)));
    }
    return heard;
  }

  /** Where its notice may stand: what was said is told with what it came with. */
  private static IntStream places(Happened h, Ref thing) {
    return thing.kind() == Ref.Kind.ENTRY && h.event() instanceof EntryEvent.EntryPosted
        ? IntStream.range(0, h.commit().events().size())
        : IntStream.of(h.place());
  }

  private static boolean gathers(Workspace state, Place place, SeatId seat) {
    return state.members().isActive(seat)
        && state.lists().habits().at(seat, place.sequence()).hasDigest();
  }

  /**
   * The issue, update or action that this is, or under which it was said. Of lists, threads and
   * trackers nobody hears because of what was said there.
   */
  private static Optional<Ref> spokenOf(Workspace state, Ref thing) {
    Ref whole =
        thing.kind() == Ref.Kind.ENTRY
            ? state.entries().find(thing.id()).map(Entry::parent).orElse(thing)
            : thing;
    return switch (whole.kind()) {
      case ISSUE, UPDATE, ACTION -> Optional.of(whole);
      default -> Optional.empty();
    };
  }

  private Set<SeatId> inTheMorning(Workspace state, Place place, Heard heard) {
    return state.members().all().stream()
        .map(Seat::id)
        .filter(seat -> heard.is(seat, NotificationChannel.DIGEST))
        .filter(seat -> digests.sentUpTo(state.id(), seat, "").await() >= place.sequence())
        .collect(Collectors.toSet());
  }

  /**
   * What a notice of something may have begun with: what happened there shortly before it, and has
   * the same readers. What else was said meanwhile, and how much, makes none be missed (R8).
   */
  static List<String> earlier(Workspace state, Commit of, Ref parent, SeatId asker) {
    List<String> causes = new ArrayList<>();
    int place = Math.toIntExact(of.sequence()) - 2;
    for (int c = place; c >= 0 && causes.size() < MAX_EARLIER; c--) {
      Commit commit = state.history().get(c);
      if (commit.at().isBefore(of.at().minus(MOST_WAITING))) {
        break;
      }
      for (int i = 0; i < commit.events().size(); i++) {
        Event event = commit.events().get(i);
        if (state.about(commit, event, parent) && state.mayKnow(commit, event, asker)) {
          causes.add(commit.id() + "/" + i);
        }
      }
    }
    return causes;
  }

  /**
   * What a notice of a change may have begun with: what the same person changed of other things
   * shortly before it. All of it, also what some readers may not know of: nobody is told which
   * letter it was.
   */
  private static List<String> beside(Workspace state, Commit of) {
    List<String> causes = new ArrayList<>();
    if (!NoticeReceipts.isJoined(of)) {
      return causes;
    }
    for (Commit commit :
        state.history().subList(0, Math.toIntExact(of.sequence()) - 1).reversed()) {
      if (commit.at().isBefore(of.at().minus(MOST_WAITING))) {
        break;
      }
      if (Objects.equals(of.seat(), commit.seat()) && NoticeReceipts.isJoined(commit)) {
        for (int i = 0; i < commit.events().size(); i++) {
          causes.add(commit.id() + "/" + i);
        }
      }
    }
    return causes;
  }

  private static void tellsOf(
      Workspace state, Map<Place, Heard> heard, DeliveryBatch parcel, Set<SeatId> served) {
    List<SeatId> seats = state.members().all().stream().map(Seat::id).toList();
    Set<SeatId> all = new HashSet<>();
    sent(parcel, all);
    for (NoticePayload.Item item : NoticePayload.of(parcel.payload()).items()) {
      Heard by = heard.get(new Place(item.sequence(), item.event()));
      if (by != null) {
        all.stream()
            .filter(
                seat -> item.isFor(seats.indexOf(seat)) && by.is(seat, NotificationChannel.AT_ONCE))
            .forEach(served::add);
      }
    }
  }

  private static void sent(DeliveryBatch parcel, Set<SeatId> served) {
    parcel.recipients().stream()
        .filter(r -> r.fate() instanceof DeliveryOutcome.Sent)
        .forEach(r -> served.add(new SeatId(r.who())));
  }

  /**
   * Something that happened.
   *
   * @param place among the events of its commit
   */
  private record Happened(Commit commit, Event event, int place) {}

  /** The parcels that brought posts, at once or when they were asked for. */
  private static List<String> posts(Workspace state, List<Happened> happened) {
    List<String> ids = new ArrayList<>();
    Map<String, List<String>> fetched = ResendReceipts.parcels(state);
    for (Happened h : happened) {
      if (h.event() instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        ids.addAll(
            RecipientBatches.ids(state, RecipientBatches.POST, h.commit().id() + "/" + e.id()));
      }
      entry(h.event()).ifPresent(e -> ids.addAll(fetched.getOrDefault(e, List.of())));
    }
    return ids;
  }

  /** The id of what was said, be it here or in an archive; empty for all else. */
  private static Optional<String> entry(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> Optional.of(e.id());
      case EntryEvent.EntryImported e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }

  /** What happened to a thing as far as the asker may know, the newest first. */
  private static List<Happened> happenings(Workspace state, Ref thing, SeatId asker) {
    List<Happened> found = new ArrayList<>();
    for (int c = state.history().size() - 1; c >= 0 && found.size() < MAX_HAPPENINGS; c--) {
      Commit commit = state.history().get(c);
      for (int i = 0; i < commit.events().size(); i++) {
        Event event = commit.events().get(i);
        if (state.about(commit, event, thing) && state.mayKnow(commit, event, asker)) {
          found.add(new Happened(commit, event, i));
        }
      }
    }
    return found;
  }
}
