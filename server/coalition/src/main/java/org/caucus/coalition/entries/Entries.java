package org.caucus.coalition.entries;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * All entries of a workspace, immutable.
 *
 * @param byMessageId the id of the first that came by a letter with this Message-ID
 * @param others ids of those after it: two letters may have one, and one letter may be on two lists
 * @param byBlob the entry that each attached file hangs on
 */
public record Entries(
    PMap<String, Entry> byId,
    PMap<Ref, Siblings> byParent,
    PMap<String, String> byMessageId,
    PMap<String, PersistentVector<String>> others,
    PMap<String, String> byBlob) {
  /** The key of this state. */
  public static final Slice<Entries> SLICE = Slice.of(Entries.class, none());

  /** What anyone who holds the state of entries can be asked. */
  public interface Held extends Members.Held {
    /** The entries. */
    default Entries entries() {
      return slices().get(SLICE);
    }

    /**
     * Whose words an entry is that its seat only let in or brought in, as this reader may know it;
     * empty where the seat wrote it.
     */
    Optional<String> stranger(Entry entry, SeatId reader);

    /** Puts what other capabilities show with an entry, such as reactions to it. */
    void addShown(Ref entry, Scope scope, SeatId reader, JsonObject shown);

    /** Whether a file is no longer there for an entry to take: it hangs on one thing at most. */
    default boolean isTaken(String file) {
      return entries().isAttached(file);
    }

    /**
     * Bytes of all files that are taken and that this seat can read, or has sent; those of letters
     * aside.
     */
    default long takenBytes(SeatId reader) {
      Predicate<Scope> reads = access().asked(reader);
      return entries()
          .attachedBytes(
              e ->
                  e.seat().equals(reader)
                      || scopeOf(Ref.to(Ref.Kind.ENTRY, e.id())).filter(reads).isPresent());
    }
  }

  /** No entries. */
  public static Entries none() {
    return new Entries(
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  /** The entry with this id. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The entries of one thing, oldest first. */
  public List<Entry> under(Ref parent) {
    return siblings(parent).all();
  }

  /** The seats that said something under a thing. */
  public Set<SeatId> speakers(Ref parent) {
    return siblings(parent).speakers();
  }

  Siblings siblings(Ref parent) {
    return byParent.getOrDefault(parent, Siblings.none());
  }

  /** The first entry that came by a letter with this Message-ID (without angle brackets). */
  public Optional<Entry> byMessageId(String messageId) {
    return allByMessageId(messageId).findFirst();
  }

  /** The state after an entry's audience changed. */
  public Entries readBy(String id, Audience to) {
    Entry changed = Objects.requireNonNull(byId.get(id)).readBy(to);
    return with(changed.parent(), e -> e.id().equals(id) ? changed : e);
  }

  /** The state after an entry took another form, where it stands and for the same readers. */
  public Entries replaced(Entry changed) {
    return new Entries(
        byId.plus(changed.id(), changed),
        byParent.plus(changed.parent(), siblings(changed.parent()).replaced(changed)),
        byMessageId,
        others,
        byBlob);
  }

  /**
   * The state after some entries of a thing went to another, in order of time with what is there.
   */
  public Entries moved(Ref from, List<String> ids, Ref to) {
    Set<String> going = new HashSet<>(ids);
    List<Entry> moved =
        under(from).stream().filter(e -> going.contains(e.id())).map(e -> e.under(to)).toList();
    PMap<String, Entry> all = byId;
    for (Entry entry : moved) {
      all = all.plus(entry.id(), entry);
    }
    List<Entry> left = under(from).stream().filter(e -> !going.contains(e.id())).toList();
    PMap<Ref, Siblings> places =
        byParent.plus(from, Siblings.of(left)).plus(to, Siblings.of(byTime(under(to), moved)));
    return new Entries(all, places, byMessageId, others, byBlob);
  }

  /** Each keeps its own order. */
  private static List<Entry> byTime(List<Entry> there, List<Entry> more) {
    List<Entry> all = new ArrayList<>();
    int next = 0;
    for (Entry entry : more) {
      while (next < there.size() && !there.get(next).at().isAfter(entry.at())) {
        all.add(there.get(next++));
      }
      all.add(entry);
    }
    all.addAll(there.subList(next, there.size()));
    return all;
  }

  /** What an entry hangs on now: it may have been said somewhere else. */
  public Ref placeOf(EntryEvent.EntryPosted said) {
    return find(said.id()).map(Entry::parent).orElse(said.parent());
  }

  /** The state after what they hang on was narrowed, and they with it. */
  public Entries narrowed(Ref parent, UnaryOperator<Audience> narrower) {
    return with(parent, e -> e.readBy(narrower.apply(e.audience())));
  }

  private Entries with(Ref parent, UnaryOperator<Entry> change) {
    if (under(parent).isEmpty()) {
      return this;
    }
    Siblings siblings = Siblings.none();
    PMap<String, Entry> all = byId;
    for (Entry entry : under(parent)) {
      Entry changed = change.apply(entry);
      siblings = siblings.plus(changed);
      all = changed.equals(entry) ? all : all.plus(changed.id(), changed);
    }
    return new Entries(all, byParent.plus(parent, siblings), byMessageId, others, byBlob);
  }

  /** Whether a file, by its {@link Entry.Attached#key}, hangs on an entry: on one at most. */
  public boolean isAttached(String file) {
    return byBlob.containsKey(file);
  }

  /** Bytes of the files of these, those of letters aside. */
  long attachedBytes(Predicate<Entry> which) {
    return new HashSet<>(byBlob.values())
        .stream()
            .map(id -> Objects.requireNonNull(byId.get(id)))
            .filter(which)
            .flatMap(e -> e.attached().stream())
            .filter(file -> !file.isOfLetter())
            .mapToLong(Entry.Attached::size)
            .sum();
  }

  /** Every entry that came by a letter with this Message-ID: one letter can be on two lists. */
  public Stream<Entry> allByMessageId(String messageId) {
    return Stream.concat(
            Stream.ofNullable(byMessageId.get(messageId)),
            others.getOrDefault(messageId, PersistentVector.empty()).stream())
        .map(id -> Objects.requireNonNull(byId.get(id)));
  }

  /** The state after an event. */
  public Entries evolve(EntryEvent event, Instant at) {
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          with(
              new Entry(
                  e.id(),
                  e.parent(),
                  e.answers(),
                  e.seat(),
                  at,
                  e.audience(),
                  e.words(),
                  e.via(),
                  e.letter(),
                  e.attached()));
      case EntryEvent.EntryImported e ->
          with(
              new Entry(
                  e.id(),
                  e.parent(),
                  e.answers(),
                  e.seat(),
                  e.at(),
                  e.audience(),
                  e.words(),
                  Channel.ARCHIVE,
                  e.letter(),
                  List.of()));
    };
  }

  private Entries with(Entry entry) {
    String messageId = entry.letter() == null ? null : entry.letter().messageId();
    PMap<String, String> files = byBlob;
    for (Entry.Attached file : entry.attached()) {
      files = files.plus(file.key(), entry.id());
    }
    boolean another = messageId != null && byMessageId.containsKey(messageId);
    return new Entries(
        byId.plus(entry.id(), entry),
        byParent.plus(entry.parent(), siblings(entry.parent()).plus(entry)),
        messageId == null || another ? byMessageId : byMessageId.plus(messageId, entry.id()),
        another
            ? others.plus(
                messageId,
                others.getOrDefault(messageId, PersistentVector.empty()).plus(entry.id()))
            : others,
        files);
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }
}
