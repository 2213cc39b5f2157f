package org.caucus.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.audience.AudienceHistory;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.access.viewas.ViewAsSessions;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.Updates;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
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
    Members members,
    Entries entries,
    Lists lists,
    Issues issues,
    Updates updates,
    Actions actions,
    HeldLetters letters,
    AudienceHistory audiences,
    ViewAsSessions looks,
    IdempotencyKeys receipts,
    PersistentVector<Commit> history,
    PMap<String, Integer> positions,
    PSet<String> named,
    VisiblePositionCache sight)
    implements AudienceHistory.Held, ViewAsSessions.Held {
  /** Before the first event. */
  public static Workspace empty(WorkspaceId id) {
    return new Workspace(
        id,
        RecordHash.NONE,
        Members.none(),
        Entries.none(),
        Lists.none(),
        Issues.none(),
        Updates.none(),
        Actions.none(),
        HeldLetters.none(),
        AudienceHistory.none(),
        ViewAsSessions.none(),
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
    return new Workspace(
        id, hash, members, entries, lists, issues, updates, actions, letters, audiences, looks,
        receipts, history, positions, named, sight);
  }

  /** What an event does to the thing it is about; its commit is in no index yet. */
  public Workspace evolve(Event event, Commit c) {
    return switch (event) {
      case MemberEvent e ->
          with(members.evolve(e, c.at()), entries, lists, issues, updates, actions, letters);
      case EntryEvent e -> said(entries.evolve(e, c.at()), e.id());
      case ListEvent e ->
          with(
              members,
              entries,
              lists.evolve(e, c.at(), c.sequence(), members),
              issues,
              updates,
              actions,
              letters);
      case IssueEvent e ->
          with(members, entries, lists, issues.evolve(e, c.at()), updates, actions, letters);
      case UpdateEvent e ->
          with(members, entries, lists, issues, updates.evolve(e, c.at()), actions, letters);
      case DraftEvent e ->
          with(members, entries, lists, issues, updates.evolve(e, c.at()), actions, letters);
      case ActionEvent e ->
          with(
              members,
              entries,
              lists,
              issues,
              updates,
              actions.evolve(e, c.at(), c.sequence(), access()),
              letters);
      case LetterEvent e ->
          with(members, entries, lists, issues, updates, actions, letters.evolve(e, c.at()));
      case AudienceEvent e -> AudienceChanges.of(this, e, c);
      case ViewAsEvent e -> with(looks.evolve(e, c.at()));
      default -> throw new IllegalStateException("no state for " + EventTypes.of(event));
    };
  }

  private Workspace said(Entries after, String entry) {
    return with(after).with(lists.heard(after.find(entry).orElseThrow()));
  }

  /** The same things, with what follows from the history. */
  Workspace after(
      PersistentVector<Commit> all,
      RecordHash hash,
      IdempotencyKeys done,
      PMap<String, Integer> places,
      PSet<String> nowNamed,
      VisiblePositionCache seen) {
    return new Workspace(
        id, hash, members, entries, lists, issues, updates, actions, letters, audiences, looks,
        done, all, places, nowNamed, seen);
  }

  private Workspace with(
      Members m, Entries e, Lists l, Issues i, Updates u, Actions a, HeldLetters t) {
    return new Workspace(
        id, tip, m, e, l, i, u, a, t, audiences, looks, receipts, history, positions, named, sight);
  }

  /** The same things, with these parties. */
  public Workspace with(Members changed) {
    return with(changed, entries, lists, issues, updates, actions, letters);
  }

  Workspace with(Entries changed) {
    return with(members, changed, lists, issues, updates, actions, letters);
  }

  Workspace with(Lists changed) {
    return with(members, entries, changed, issues, updates, actions, letters);
  }

  Workspace with(Issues changed) {
    return with(members, entries, lists, changed, updates, actions, letters);
  }

  Workspace with(Updates changed) {
    return with(members, entries, lists, issues, changed, actions, letters);
  }

  Workspace with(Actions changed) {
    return with(members, entries, lists, issues, updates, changed, letters);
  }

  private Workspace with(ViewAsSessions changed) {
    return new Workspace(
        id, tip, members, entries, lists, issues, updates, actions, letters, audiences, changed,
        receipts, history, positions, named, sight);
  }

  Workspace with(AudienceHistory changed) {
    return new Workspace(
        id, tip, members, entries, lists, issues, updates, actions, letters, changed, looks,
        receipts, history, positions, named, sight);
  }

  @Override
  public Access access() {
    return new Access(members);
  }

  @Override
  public Optional<Scope> scopeOf(Ref ref) {
    return EventDescriptions.scopeOf(this, ref);
  }

  @Override
  public Optional<Updates.Linked> linked(Ref ref) {
    return UpdateLinks.of(this, ref);
  }

  @Override
  public Stream<Updates.Asked> askedOfCompanies() {
    return UpdateLinks.asked(this);
  }

  /** The companies that this issue asks for something, if it is an open request to some. */
  public Set<String> companiesAsked(String issue) {
    return UpdateLinks.companiesAsked(this, issue);
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
    return audiences.firstFor(access().asked(reader), thing, now);
  }

  /** What was done under this key before, if anything. */
  public Optional<Committed> earlier(@Nullable SeatId seat, @Nullable IdempotencyKey key) {
    return receipts.find(seat, key);
  }

  /** What the events of a commit are about, for those this seat may know of, in order. */
  public List<EventDescription> visible(Commit commit, SeatId reader) {
    Access access = access();
    return commit.events().stream()
        .map(e -> EventDescriptions.of(this, e, commit))
        .filter(h -> access.canRead(reader, h.scope()))
        .toList();
  }

  /** The events of a commit that this seat may know of, in order. */
  public List<Event> visibleEvents(Commit commit, SeatId reader) {
    Access access = access();
    return commit.events().stream()
        .filter(e -> access.canRead(reader, EventDescriptions.of(this, e, commit).scope()))
        .toList();
  }

  /** Whether this seat may know of an event: what is told of it is told to nobody else. */
  public boolean mayKnow(Commit commit, Event event, SeatId reader) {
    return access().canRead(reader, EventDescriptions.of(this, event, commit).scope());
  }

  /** Whether an event is about this thing, or about what hangs on it. */
  public boolean about(Commit commit, Event event, Ref thing) {
    EventDescription happening = EventDescriptions.of(this, event, commit);
    return thing.equals(happening.ref()) || thing.equals(happening.under());
  }

  /** What a commit took from this seat: what it could read before and cannot read now. */
  public List<Ref> taken(Commit commit, SeatId reader) {
    return AudienceChanges.taken(this, commit, reader);
  }

  /**
   * Where the commit with this position stands in {@code history}; empty if there is none, or none
   * that this seat may know of: nobody can tell which (R8).
   */
  public Optional<Integer> placeOf(String position, SeatId reader) {
    return Optional.ofNullable(positions.get(position))
        .filter(place -> !visible(history.get(place), reader).isEmpty());
  }

  @Override
  public String positionFor(SeatId reader) {
    if (!access().isHere(reader)) {
      return "";
    }
    int index = sight.newest(readerClass(reader), history, c -> !visible(c, reader).isEmpty());
    return index < 0 ? "" : history.get(index).id();
  }

  /**
   * Whether everyone who is here knows of the same earlier commits after this one as before: not if
   * who is here changed. An event that widens or narrows something that is there must say no.
   */
  public static boolean knownAsBefore(Commit commit) {
    boolean known = true;
    for (Event event : commit.events()) {
      known &=
          switch (event) {
            case MemberEvent e -> false;
            case ListEvent e -> true;
            case EntryEvent e -> true;
            case IssueEvent e -> true;
            case UpdateEvent e -> true;
            case DraftEvent e -> true;
            case ActionEvent e -> true;
            case LetterEvent e -> true;
            case AudienceEvent e -> false;
            case ViewAsEvent e -> true;
            default -> false;
          };
    }
    return known;
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
    Seat seat = Objects.requireNonNull(members.seats().get(id));
    for (SeatId one : members.line(id)) {
      if (named.contains(one.value())) {
        return id.value();
      }
    }
    return seat.organisation() + "/" + seat.role();
  }
}
