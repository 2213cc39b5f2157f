package org.caucus.relay.served;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Fate;
import org.caucus.delivery.Outbox;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.entries.Via;
import org.caucus.lists.mail.Channel;
import org.caucus.members.Access;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.relay.PostComposer;
import org.caucus.relay.Recipients;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who got a post by mail, seat by seat: what the ledger of deliveries says, and for the person who
 * is not in it why not. It asks nobody's leave: anyone who shows it asks first who may know.
 */
public final class Ledger {
  private final Outbox outbox;
  private final Served.Digests digests;
  private final Brought brought;
  private final Notified notified;

  /** Asks this outbox, how far digests have come, and who was told by notices. */
  public Ledger(Outbox outbox, Served.Digests digests, Notified notified) {
    this.outbox = outbox;
    this.digests = digests;
    this.brought = new Brought(digests);
    this.notified = notified;
  }

  /**
   * Whether this is a post of a list, which is mailed itself: of other entries there are notices.
   */
  public static boolean isMailed(Entry entry) {
    return entry.parent().kind() == Ref.Kind.THREAD;
  }

  /**
   * What became of a post, or of the notice of what was said elsewhere, for every seat that is
   * active, and for those that have ended since and hold a copy; in the order in which seats began;
   * as far as the person who asks may know. Blocks.
   */
  public List<Course> ofAll(Workspace state, Entry entry, SeatId asker) {
    Optional<Posted> posted = posted(state, entry);
    if (!isMailed(entry) && posted.isPresent()) {
      return notified.of(state, entry, posted.get().commit(), state.members().all(), asker);
    }
    Map<SeatId, Fate> fates = posted.map(p -> fates(state, p)).orElse(Map.of());
    Map<SeatId, Fate> fetched = fates(Fetched.parcels(state).getOrDefault(entry.id(), List.of()));
    List<Course> courses = new ArrayList<>();
    for (Seat seat : state.members().all()) {
      Fate own = fates.get(seat.id());
      if (!(own instanceof Fate.Sent) && fetched.get(seat.id()) instanceof Fate.Sent asked) {
        courses.add(Course.at(seat.id(), Course.State.SENT, asked.at()));
      } else if (seat.active() || own instanceof Fate.Sent) {
        courses.add(course(state, entry, posted, seat.id(), own, asker));
      }
    }
    return List.copyOf(courses);
  }

  /** What became of the copy, or the notice, that was due to one seat. Blocks. */
  public Course of(Workspace state, Entry entry, SeatId seat) {
    Optional<Posted> posted = posted(state, entry);
    Seat held = Objects.requireNonNull(state.members().seats().get(seat));
    if (!isMailed(entry) && posted.isPresent()) {
      return notified.of(state, entry, posted.get().commit(), List.of(held), seat).stream()
          .findFirst()
          .orElse(Course.of(seat, Course.State.OUTSIDE));
    }
    Fate fate = posted.map(p -> fates(state, p).get(seat)).orElse(null);
    return course(state, entry, posted, seat, fate, seat);
  }

  private record Posted(Commit commit, EntryPosted event) {}

  private static Optional<Posted> posted(Workspace state, Entry entry) {
    if (entry.via() == Via.ARCHIVE) {
      return Optional.empty();
    }
    for (int i = state.history().size() - 1; i >= 0; i--) {
      Commit commit = state.history().get(i);
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted e && e.id().equals(entry.id())) {
          return Optional.of(new Posted(commit, e));
        }
      }
    }
    return Optional.empty();
  }

  private Map<SeatId, Fate> fates(Workspace state, Posted posted) {
    return fates(state, posted.commit(), posted.event().id());
  }

  private Map<SeatId, Fate> fates(Workspace state, Commit commit, String entry) {
    return fates(Recipients.ids(state, PostComposer.KIND, commit.id() + "/" + entry));
  }

  private Map<SeatId, Fate> fates(List<String> parcels) {
    Map<SeatId, Fate> fates = new HashMap<>();
    outbox.byIds(parcels).stream()
        .flatMap(parcel -> parcel.recipients().stream())
        .forEach(r -> fates.put(new SeatId(r.who()), r.fate()));
    return fates;
  }

  private Course course(
      Workspace state,
      Entry entry,
      Optional<Posted> posted,
      SeatId seat,
      @Nullable Fate fate,
      SeatId asker) {
    if (posted.isEmpty()) {
      return Course.of(
          seat, canRead(state, entry, seat) ? Course.State.ARCHIVE : Course.State.OUTSIDE);
    }
    return fate == null
        ? unsent(state, entry, posted.get(), seat, asker)
        : sent(state, entry, posted.get(), seat, fate, asker);
  }

  static boolean canRead(Workspace state, Entry entry, SeatId seat) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    Access access = state.access();
    return access.canRead(seat, scope);
  }

  private Course sent(
      Workspace state, Entry entry, Posted posted, SeatId seat, Fate fate, SeatId asker) {
    if (!(fate instanceof Fate.Withheld withheld)) {
      return Course.of(seat, fate);
    }
    Course.State why = withheld(state, entry, posted, seat);
    return (why == Course.State.WITHHELD && withheld.otherwise()
            ? brought.by(state, posted.commit(), posted.event(), seat)
            : Optional.<Brought.By>empty())
        .map(by -> before(state, by, seat, withheld, asker))
        .orElse(Course.at(seat, why, withheld.at()));
  }

  /**
   * To the person who cannot read where it came before, it came by this list and when it was due.
   */
  private static Course before(
      Workspace state, Brought.By by, SeatId seat, Fate.Withheld withheld, SeatId asker) {
    Fate fate = by.digest().fate();
    return canRead(state, state.entries().find(by.other()).orElseThrow(), asker)
        ? Course.of(seat, Course.State.OTHER_LIST)
        : fate instanceof Fate.Sent
            ? Course.at(seat, Course.State.SENT, withheld.at())
            : Course.of(seat, fate);
  }

  private static Course.State withheld(Workspace state, Entry entry, Posted posted, SeatId seat) {
    if (!canRead(state, entry, seat)) {
      return Course.State.OUTSIDE;
    }
    String list = state.lists().thread(posted.event().parent().id()).orElseThrow().list();
    if (state.lists().trouble(seat).suspended() != null) {
      return Course.State.SUSPENDED;
    }
    return state.lists().habits().isSilent(seat, list)
        ? Course.State.NOT_WANTED
        : Course.State.WITHHELD;
  }

  private Course unsent(Workspace state, Entry entry, Posted posted, SeatId seat, SeatId asker) {
    Predicate<Reach.Other> known = other -> canRead(state, other.entry(), asker);
    return switch (Reach.why(state, posted.commit(), posted.event(), seat, known)) {
      case LETTER ->
          brought.mayHaveGathered(state, posted.commit(), posted.event(), seat)
              ? Course.of(seat, Course.State.OTHER_SEAT)
              : elsewhere(state, entry, posted, seat, asker);
      case DIGEST ->
          brought.byAnother(state, posted.commit(), posted.event(), seat)
              ? Course.of(seat, Course.State.OTHER_SEAT)
              : inDigest(state, posted, seat);
      case OUTSIDE -> Course.of(seat, Course.State.OUTSIDE);
      case OWN -> Course.of(seat, Course.State.OWN);
      case PAUSED -> Course.of(seat, Course.State.PAUSED);
      case SPECIAL_ONLY -> Course.of(seat, Course.State.SPECIAL_ONLY);
      case NOT_WANTED -> Course.of(seat, Course.State.NOT_WANTED);
      case OTHER_LIST ->
          brought
              .has(state, posted.commit(), posted.event(), seat)
              .map(made -> inDigest(state, posted, seat))
              .orElse(Course.of(seat, Course.State.OTHER_LIST));
      case OTHER_SEAT -> Course.of(seat, Course.State.OTHER_SEAT);
    };
  }

  /**
   * As a letter that is about to be sent, or that came by a list which anyone who asks cannot read:
   * of that it is told what would be told if it had come by this one.
   */
  private Course elsewhere(Workspace state, Entry entry, Posted posted, SeatId seat, SeatId asker) {
    return Reach.elsewhere(state, posted.commit(), posted.event(), seat, Channel.LETTER)
        .flatMap(other -> fates(state, other.commit(), other.entry().id()).entrySet().stream())
        .filter(fate -> state.members().isSamePerson(seat, fate.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(fate -> sent(state, entry, posted, seat, fate, asker))
        .map(course -> notBefore(posted.commit().at(), course))
        .orElse(Course.of(seat, Course.State.WAITING));
  }

  /** It may have come by the other list before it was let in here. */
  private static Course notBefore(Instant posted, Course course) {
    return course.at() != null && course.at().isBefore(posted)
        ? Course.at(course.seat(), course.state(), posted)
        : course;
  }

  private Course inDigest(Workspace state, Posted posted, SeatId seat) {
    String list = state.lists().thread(posted.event().parent().id()).orElseThrow().list();
    String entry = posted.event().id();
    Course course = digests.course(state, seat, list, posted.commit().sequence(), entry);
    // one that came by another list left its digest empty, which has no moment; what its reader has
    // from its author has one
    return course.state() == Course.State.WITHHELD
            && course.at() == null
            && Reach.of(state, posted.commit(), posted.event(), seat) == Channel.NONE
        ? Course.of(seat, Course.State.IN_DIGEST)
        : course;
  }
}
