package org.caucus.relay.served;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Fate;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.entries.EntryEvent;
import org.caucus.lists.mail.Channel;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Seat;
import org.caucus.relay.PostComposer;
import org.caucus.relay.Recipients;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Who holds a mailed copy of a thing, by the ledger: parcels have ids that follow from what
 * happened, so those of a thing are found without an index of what was sent about what.
 */
public final class Served {
  /** Most happenings of one thing that are looked up, the newest of them. */
  static final int MAX_HAPPENINGS = 2_000;

  /** Longest time, in which a notice waits for more of the same thing. */
  public static final Duration MOST_WAITING = Duration.ofHours(1);

  /** Most happenings before one that its notice may have begun with. */
  private static final int MAX_EARLIER = 50;

  private final Floor<Workspace> floor;
  private final Outbox outbox;
  private final String notices;
  private final Digests digests;

  /** How far digests have come. */
  @FunctionalInterface
  public interface Digests {
    /** The sequence up to which a seat was sent what gathered from a list; 0 if nothing was. */
    Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list);

    /** Where what a seat gets with others of a list is, if it happened at that place. Blocks. */
    default Course course(Workspace state, SeatId seat, String list, long sequence) {
      if (state.lists().trouble(seat).suspended() != null) {
        return Course.of(seat, Course.State.SUSPENDED);
      }
      long sent = Objects.requireNonNull(sentUpTo(state.id(), seat, list).await());
      return Course.of(seat, sent >= sequence ? Course.State.IN_DIGEST : Course.State.NEXT_DIGEST);
    }
  }

  /**
   * Asks this outbox and its ledger.
   *
   * @param notices the kind of parcel that notices are
   */
  public Served(Floor<Workspace> floor, Outbox outbox, String notices, Digests digests) {
    this.digests = digests;
    this.floor = floor;
    this.outbox = outbox;
    this.notices = notices;
  }

  /**
   * The seats whose mail host took a letter of this thing or of what hangs on it, as far as {@code
   * asker} may know of what was sent. Blocks.
   */
  public Set<SeatId> of(WorkspaceId workspace, Ref thing, SeatId asker) {
    Workspace state = floor.read(workspace).await();
    Set<SeatId> served = new HashSet<>();
    outbox.byIds(ids(state, thing, asker)).forEach(parcel -> sent(parcel, served));
    served.addAll(inDigests(state, thing, asker));
    served.addAll(withOthers(state, thing, asker));
    return served;
  }

  /**
   * A digest that is on its way counts as there: it is not known for each post in which one it was.
   */
  private Set<SeatId> inDigests(Workspace state, Ref thing, SeatId asker) {
    Set<SeatId> served = new HashSet<>();
    Map<String, Long> known = new HashMap<>();
    for (Happened h : happenings(state, thing, asker)) {
      if (h.event() instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        String list = state.lists().thread(e.parent().id()).orElseThrow().list();
        state.members().active().stream()
            .map(Seat::id)
            .filter(seat -> Reach.of(state, h.commit(), e, seat) == Channel.DIGEST)
            .filter(
                seat ->
                    known.computeIfAbsent(
                            seat.value() + " " + list,
                            k -> digests.sentUpTo(state.id(), seat, list).await())
                        >= h.commit().sequence())
            .forEach(served::add);
      }
    }
    return served;
  }

  /**
   * Those told of it by a notice that began with something else of the same thing; and those who
   * get notices once a day, of whose letters it is not known what each told: one that left later
   * counts.
   */
  private Set<SeatId> withOthers(Workspace state, Ref thing, SeatId asker) {
    Set<SeatId> served = new HashSet<>();
    for (Happened h : happenings(state, thing, asker)) {
      if (h.event() instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        continue;
      }
      if (h.event() instanceof EntryEvent.EntryPosted e && thing.kind() == Ref.Kind.ENTRY) {
        List<String> ids =
            earlier(state, h.commit(), e.parent()).stream()
                .flatMap(cause -> Recipients.ids(state, notices, cause).stream())
                .toList();
        outbox.byIds(ids).forEach(parcel -> tellsOf(state, h, parcel, served));
      }
      state.members().active().stream()
          .filter(s -> state.lists().habits().at(s.id(), h.commit().sequence()).hasDigest())
          .map(Seat::id)
          .filter(seat -> digests.sentUpTo(state.id(), seat, "").await() >= h.commit().sequence())
          .forEach(served::add);
    }
    return served;
  }

  /** What a notice of something may have begun with: what happened there shortly before it. */
  static List<String> earlier(Workspace state, Commit of, Ref parent) {
    List<String> causes = new ArrayList<>();
    int place = Math.toIntExact(of.sequence()) - 2;
    for (int c = place; c >= 0 && causes.size() < MAX_EARLIER; c--) {
      Commit commit = state.history().get(c);
      if (commit.at().isBefore(of.at().minus(MOST_WAITING))) {
        break;
      }
      for (int i = 0; i < commit.events().size(); i++) {
        if (state.about(commit, commit.events().get(i), parent)) {
          causes.add(commit.id() + "/" + i);
        }
      }
    }
    return causes;
  }

  private static void tellsOf(Workspace state, Happened h, Parcel parcel, Set<SeatId> served) {
    List<SeatId> seats = state.members().all().stream().map(Seat::id).toList();
    Set<SeatId> all = new HashSet<>();
    sent(parcel, all);
    Told.of(parcel.payload()).items().stream()
        .filter(t -> t.sequence() == h.commit().sequence() && t.event() == h.place())
        .forEach(
            t -> all.stream().filter(seat -> t.isFor(seats.indexOf(seat))).forEach(served::add));
  }

  private static void sent(Parcel parcel, Set<SeatId> served) {
    parcel.recipients().stream()
        .filter(r -> r.fate() instanceof Fate.Sent)
        .forEach(r -> served.add(new SeatId(r.who())));
  }

  /**
   * Something that happened.
   *
   * @param place among the events of its commit
   */
  private record Happened(Commit commit, Event event, int place) {}

  private List<String> ids(Workspace state, Ref thing, SeatId asker) {
    List<String> ids = new ArrayList<>();
    Map<String, List<String>> fetched = Fetched.parcels(state);
    for (Happened h : happenings(state, thing, asker)) {
      ids.addAll(ids(state, h.commit(), h.event(), h.place()));
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

  private List<String> ids(Workspace state, Commit commit, Event event, int place) {
    List<String> ids = new ArrayList<>(Recipients.ids(state, notices, commit.id() + "/" + place));
    if (event instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
      ids.addAll(Recipients.ids(state, PostComposer.KIND, commit.id() + "/" + e.id()));
    }
    return ids;
  }
}
