package org.caucus.workspace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.access.audience.AudienceHistory;
import org.caucus.coalition.access.viewas.ViewAsSessions;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.coalition.reviews.Reviews;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.kernel.Slices;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A workspace as of one commit: the fold of its log, immutable, answering every read.
 *
 * @param tip the hash of the newest record that was followed
 * @param history every commit so far; the position in it is the sequence less one
 * @param positions where each commit stands in {@code history}, by its opaque id
 * @param sight a memo of how far each class of readers has been looked up
 * @param named seats that any audience ever named: only these can see other than their organisation
 */
public record Workspace(
    WorkspaceId id,
    RecordHash tip,
    Slices slices,
    IdempotencyKeys receipts,
    PersistentVector<Commit> history,
    PMap<String, Integer> positions,
    PSet<String> named,
    VisiblePositionCache sight)
    implements AudienceHistory.Held, ViewAsSessions.Held, Reviews.Held {
  /** Before the first event. */
  public static Workspace empty(WorkspaceId id) {
    return new Workspace(
        id,
        RecordHash.NONE,
        Slices.none(),
        IdempotencyKeys.none(),
        PersistentVector.empty(),
        PersistentMap.empty(),
        HashTreePSet.empty(),
        new VisiblePositionCache());
  }

  @Override
  public Optional<String> stranger(Entry entry, SeatId reader) {
    return RedactedOriginal.stranger(this, entry, reader);
  }

  @Override
  public void addShown(Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    Capabilities.showWith(this, entry, scope, reader, shown);
  }

  /** The sequence of the newest commit; 0 before the first. */
  public long sequence() {
    return history.size();
  }

  /** The state after the next commit. */
  public Workspace evolve(Commit commit) {
    return new Fold(this).plus(commit).end();
  }

  /** The state after the next record of the log. */
  public Workspace follow(LogRecord record) {
    return new Fold(this).follow(record).end();
  }

  /** The same, with the hash of the record that led to it. */
  Workspace at(RecordHash hash) {
    return new Workspace(id, hash, slices, receipts, history, positions, named, sight);
  }

  /** What an event does to the thing it is about; its commit is in no index yet. */
  public Workspace evolve(Event event, Commit c) {
    return Capabilities.evolve(this, event, c);
  }

  /** The same things, with what follows from the history. */
  Workspace after(
      PersistentVector<Commit> all,
      RecordHash hash,
      IdempotencyKeys done,
      PMap<String, Integer> places,
      PSet<String> nowNamed,
      VisiblePositionCache seen) {
    return new Workspace(id, hash, slices, done, all, places, nowNamed, seen);
  }

  /** The same things, with this state of a capability. */
  public <S> Workspace with(Slice<S> key, S state) {
    return with(slices.with(key, state));
  }

  /** The same things, with these states of capabilities. */
  @SuppressWarnings("ReferenceEquality") // the very same, to save a copy
  Workspace with(Slices changed) {
    return changed == slices
        ? this
        : new Workspace(id, tip, changed, receipts, history, positions, named, sight);
  }

  @Override
  public Access access() {
    return new Access(members());
  }

  @Override
  public Optional<Scope> scopeOf(Ref ref) {
    return Capabilities.scopeOf(this, ref);
  }

  @Override
  public Optional<Scope> placeOf(Ref ref) {
    return Capabilities.placeOf(this, ref);
  }

  @Override
  public Optional<Item> item(Ref ref) {
    return Capabilities.find(this, ref);
  }

  @Override
  public Optional<Item> item(Ref ref, SeatId reader) {
    return Capabilities.find(this, ref, reader);
  }

  @Override
  public Stream<Ref> saying() {
    return Capabilities.saying(this);
  }

  @Override
  public MailedTarget<Workspace, ?> mail(MessageTarget target) {
    return Capabilities.mail(this, target);
  }

  @Override
  public List<Event> answered(Ref thing, MailedLetter letter, CommandContext act) {
    return Capabilities.answered(this, thing, letter, act);
  }

  @Override
  public Stream<Duty> duties() {
    return Capabilities.duties(this);
  }

  @Override
  public Event passedOn(Duty duty, SeatId from, @Nullable SeatId to) {
    return Capabilities.passedOn(this, duty.thing(), from, to);
  }

  @Override
  public Optional<Updates.Linked> linked(Ref ref) {
    return UpdateLinks.of(this, ref);
  }

  @Override
  public Stream<Updates.Asked> askedOfCompanies() {
    return UpdateLinks.asked(this);
  }

  @Override
  public Ref byId(Ref ref) {
    return UpdateLinks.of(this, ref).map(Updates.Linked::ref).orElse(ref);
  }

  /** Whom an entry was said to at first, whomever its author let read it since. */
  public Audience saidTo(Entry entry) {
    for (Commit commit : since(entry.at())) {
      if (commit.at().isAfter(entry.at())) {
        break;
      }
      for (Event event : commit.events()) {
        if (event instanceof EntryEvent.EntryPosted e && e.id().equals(entry.id())) {
          return e.audience();
        }
      }
    }
    return entry.audience();
  }

  /**
   * What happened at this moment and after it, in order: nothing is dated before what it follows.
   */
  public List<Commit> since(Instant at) {
    int low = 0;
    int high = history.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (history.get(middle).at().isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return history.subList(low, history.size());
  }

  /** The audience a thing had when this reader could first read it. */
  public Audience firstFor(SeatId reader, Ref thing, Scope now) {
    return audiences().firstFor(access().asked(reader), thing, now);
  }

  /** What was done under this key before, if anything. */
  public Optional<Committed> earlier(@Nullable SeatId seat, @Nullable IdempotencyKey key) {
    return receipts.find(seat, key);
  }

  /** What the events of a commit are about, for those this seat may know of, in order. */
  public List<EventDescription> visible(Commit commit, SeatId reader) {
    Access access = access();
    return commit.events().stream()
        .map(e -> EventDescription.of(this, e, commit))
        .filter(h -> access.canRead(reader, h.scope()))
        .toList();
  }

  /** The events of a commit that this seat may know of, in order. */
  public List<Event> visibleEvents(Commit commit, SeatId reader) {
    Access access = access();
    return commit.events().stream()
        .filter(e -> access.canRead(reader, Capabilities.about(this, e, commit).scope()))
        .toList();
  }

  /** Whether this seat may know of an event: what is told of it is told to nobody else. */
  public boolean mayKnow(Commit commit, Event event, SeatId reader) {
    return access().canRead(reader, Capabilities.about(this, event, commit).scope());
  }

  /** Whether a seat may know of anything in a commit. */
  public boolean mayKnow(Commit commit, SeatId reader) {
    Access access = access();
    return commit.events().stream()
        .anyMatch(e -> access.canRead(reader, Capabilities.about(this, e, commit).scope()));
  }

  /** What an event of a commit is about, and who may know of it. */
  public EventDescription describe(Commit commit, Event event) {
    return EventDescription.of(this, event, commit);
  }

  /** Whether an event is about this thing, or about what hangs on it. */
  public boolean about(Commit commit, Event event, Ref thing) {
    About happening = Capabilities.about(this, event, commit);
    return thing.equals(happening.ref()) || thing.equals(happening.under());
  }

  /** What a commit took from this seat: what it could read before and cannot read now. */
  public List<Ref> taken(Commit commit, SeatId reader) {
    return AudienceCapability.taken(this, commit, reader);
  }

  /** What this seat could read that had a scope until a commit narrowed it. */
  public Predicate<Scope> readUntil(Commit narrowing, SeatId reader) {
    return AudienceCapability.readUntil(this, narrowing, reader);
  }

  /**
   * Where the commit with this position stands in {@code history}; empty if there is none, or none
   * that this seat may know of: nobody can tell which (R8).
   */
  public Optional<Integer> placeOf(String position, SeatId reader) {
    return Optional.ofNullable(positions.get(position))
        .filter(place -> mayKnow(history.get(place), reader));
  }

  @Override
  public String positionFor(SeatId reader) {
    if (!access().isHere(reader)) {
      return "";
    }
    int index = sight.newest(readerClass(reader), history, c -> mayKnow(c, reader));
    return index < 0 ? "" : history.get(index).id();
  }

  /**
   * Whether everyone who is here knows of the same earlier commits after this one as before: not if
   * who is here changed. An event that widens or narrows something that is there must say no.
   */
  public static boolean knownAsBefore(Commit commit) {
    for (Event event : commit.events()) {
      if (Capabilities.changesReaders(event)) {
        return false;
      }
    }
    return true;
  }

  /** With those that an audience names on the way up. */
  static PSet<String> namedIn(Scope scope, PSet<String> before) {
    PSet<String> all = before;
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      if (s.audience() instanceof Audience.Named n) {
        all = all.plusAll(n.seats());
      }
    }
    return all;
  }

  /**
   * Seats of one class see the same of everything, so what one of them is shown can be shown to
   * all: those of an organisation and role, unless an audience ever named them or a seat they took
   * over.
   */
  public String readerClass(SeatId id) {
    Optional<ViewAs> look = ViewAs.of(id);
    if (look.isPresent()) {
      return "~" + look.get().company() + "/" + readerClass(look.get().viewer());
    }
    Seat seat = Objects.requireNonNull(members().seats().get(id));
    for (SeatId one : members().line(id)) {
      if (named.contains(one.value())) {
        return id.value();
      }
    }
    return seat.organisation() + "/" + seat.role();
  }
}
