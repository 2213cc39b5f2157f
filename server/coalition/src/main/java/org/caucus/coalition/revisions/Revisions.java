package org.caucus.coalition.revisions;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.kernel.Slices;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What entries said before, and which are deleted; immutable. What they say now is theirs.
 *
 * @param byEntry by the id of an entry; those that stand as they were posted are not in it
 */
public record Revisions(PMap<String, Revised> byEntry) {
  /** The key of this state. */
  public static final Slice<Revisions> SLICE =
      Slice.of(Revisions.class, new Revisions(PersistentMap.empty()));

  /**
   * One entry.
   *
   * @param earlier the words it had before, the oldest first
   * @param changed when it got those of now; null if it never was edited
   */
  record Revised(
      PersistentVector<Version> earlier, @Nullable Instant changed, @Nullable Deletion deletion) {
    private static final Revised NOT = new Revised(PersistentVector.empty(), null, null);

    /** The number of the words of now. */
    int version() {
      return earlier.size() + 1;
    }
  }

  /**
   * Words that were replaced.
   *
   * @param at since when they stood
   * @param audience who read them when they were replaced
   * @param received seats that were sent them by mail
   */
  record Version(StoredText words, Instant at, Audience audience, Set<SeatId> received) {
    /** Who reads them now, where the entry has this scope: nobody who could not then. */
    Scope under(Scope entry) {
      return within(entry, audience);
    }
  }

  /**
   * How an entry went.
   *
   * @param entry as it was
   */
  record Deletion(Entry entry, RevisionEvent.EntryDeleted event, Instant at) {}

  /** Those of this audience who can read the entry. */
  static Scope within(Scope entry, Audience audience) {
    return new Scope(audience, null, entry);
  }

  /** Those of a workspace. */
  static Revisions of(Members.Held state) {
    return state.slices().get(SLICE);
  }

  /** What became of an entry. */
  Revised find(String entry) {
    return byEntry.getOrDefault(entry, Revised.NOT);
  }

  /** How an entry was deleted, if it is. */
  Optional<Deletion> deletion(String entry) {
    return Optional.ofNullable(find(entry).deletion());
  }

  /**
   * What an entry said in the words that a seat was sent by mail, where an edit gave it those of
   * now; empty for an edit that another followed, and where the seat cannot read them any more.
   */
  static Optional<Version> replaced(
      Entries.Held state, RevisionEvent.EntryEdited edit, Instant at, Scope scope, SeatId reader) {
    Revised revised = of(state).find(edit.id());
    boolean stands =
        revised.deletion() == null
            && at.equals(revised.changed())
            && state
                .entries()
                .find(edit.id())
                .filter(now -> now.text().equals(edit.text()))
                .isPresent();
    return stands
        ? revised.earlier().stream()
            .filter(version -> version.received().contains(reader))
            .findFirst()
            .filter(version -> state.access().canRead(reader, version.under(scope)))
        : Optional.empty();
  }

  /** Whether an entry is deleted, and by this event. */
  static boolean isDeletedBy(Members.Held state, RevisionEvent.EntryDeleted event) {
    return of(state)
        .deletion(event.id())
        .filter(deletion -> deletion.event().equals(event))
        .isPresent();
  }

  /** When it is certain that a deletion stays: nothing is told of it before. */
  public static Optional<Instant> staysBy(Event event, Instant at) {
    return event instanceof RevisionEvent.EntryDeleted
        ? Optional.of(at.plus(RevisionDecider.UNDO_WINDOW).plusSeconds(1))
        : Optional.empty();
  }

  /** Whether a seat can read what an entry said when it was posted. */
  public static boolean showsFirst(Members.Held state, String entry, Scope scope, SeatId reader) {
    List<Version> earlier = of(state).find(entry).earlier();
    return earlier.isEmpty() || state.access().canRead(reader, earlier.getFirst().under(scope));
  }

  /** An entry as it was posted, whatever became of it: to know a letter again that comes twice. */
  public static Entry asPosted(Members.Held state, Entry entry) {
    Revised revised = of(state).find(entry.id());
    Entry whole = revised.deletion() == null ? entry : revised.deletion().entry();
    return revised.earlier().isEmpty() ? whole : whole.edited(revised.earlier().getFirst().words());
  }

  /** When it is certain whether an entry that is deleted stays so; empty for all others. */
  public static Optional<Instant> comesBackBy(Members.Held state, String entry) {
    return of(state)
        .deletion(entry)
        .map(deletion -> deletion.at().plus(RevisionDecider.UNDO_WINDOW).plusSeconds(1));
  }

  /** All that an entry has said, whatever became of it: to know its lines again in an answer. */
  public static Stream<String> texts(Members.Held state, Entry entry) {
    Revised revised = of(state).find(entry.id());
    Entry whole = revised.deletion() == null ? entry : revised.deletion().entry();
    return Stream.concat(revised.earlier().stream().map(Version::words), Stream.of(whole.words()))
        .map(StoredText::toString);
  }

  /** The states after an event. */
  static Slices evolve(Entries.Held now, RevisionEvent event, Instant at) {
    Revisions all = of(now);
    Revised was = all.find(event.id());
    Entry entry = now.entries().find(event.id()).orElseThrow();
    return switch (event) {
      case RevisionEvent.EntryEdited e ->
          all.with(now, entry.edited(e.words()), all.edited(was, entry, e, at));
      case RevisionEvent.EntryDeleted e ->
          all.with(
              now,
              entry.deleted(),
              new Revised(was.earlier(), was.changed(), new Deletion(entry, e, at)));
      case RevisionEvent.EntryRestored _ ->
          all.with(
              now,
              all.deletion(event.id()).orElseThrow().entry().readBy(entry.audience()),
              new Revised(was.earlier(), was.changed(), null));
    };
  }

  private Revised edited(Revised was, Entry entry, RevisionEvent.EntryEdited e, Instant at) {
    Set<SeatId> received = new HashSet<>(e.received());
    was.earlier().forEach(version -> received.removeAll(version.received()));
    Instant since = was.changed() == null ? entry.at() : was.changed();
    Version replaced = new Version(entry.words(), since, e.audience(), Set.copyOf(received));
    return new Revised(was.earlier().plus(replaced), at, null);
  }

  private Slices with(Entries.Held now, Entry entry, Revised revised) {
    boolean asPosted = revised.earlier().isEmpty() && revised.deletion() == null;
    return now.slices()
        .with(Entries.SLICE, now.entries().replaced(entry))
        .with(
            SLICE,
            new Revisions(
                asPosted ? byEntry.minus(entry.id()) : byEntry.plus(entry.id(), revised)));
  }
}
