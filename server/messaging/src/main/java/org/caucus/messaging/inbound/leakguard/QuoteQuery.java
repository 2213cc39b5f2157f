package org.caucus.messaging.inbound.leakguard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** One author, one audience, and the texts that are to reach it. */
final class QuoteQuery {
  private final Workspace state;
  private final Access access;
  private final List<Commit> history;
  private final QuoteIndex.Search search;
  private final SeatId author;
  private final Scope readers;
  private final List<Seat> audience;
  private final Map<QuoteIndex.Source, Reach> reaches = new HashMap<>();

  /** What the author could read until a commit of this place in the log. */
  private final Map<Integer, Predicate<Scope>> reads = new HashMap<>();

  private final Map<QuoteIndex.Source, Integer> shared = new LinkedHashMap<>();
  private final Set<Long> asked = new HashSet<>();

  /** Who can read what stands there: nobody who asks, all who are to, or fewer. */
  private enum Reach {
    HIDDEN,
    ALL,
    FEWER
  }

  QuoteQuery(Workspace state, QuoteIndex.Search search, SeatId author, Scope readers) {
    this.state = state;
    this.access = state.access();
    this.history = state.history();
    this.search = search;
    this.author = author;
    this.readers = readers;
    this.audience = access.readers(readers);
  }

  void ask(String text) {
    TextFingerprint.quoted(text).forEach(f -> count(f, QuoteDetector.MARKED));
    TextFingerprint.of(text).forEach(f -> count(f, 1));
    TextFingerprint.paragraphs(text, true).forEach(f -> count(f, QuoteDetector.ENOUGH));
  }

  private void count(long fingerprint, int weight) {
    if (asked.add(fingerprint)) {
      Sources sources = new Sources();
      search.each(fingerprint, sources::take);
      sources.told().forEach(source -> shared.merge(source, weight, Integer::sum));
    }
  }

  /** Where the words of one fingerprint stand. */
  private final class Sources {
    private final Set<QuoteIndex.Source> fewer = new HashSet<>();
    private final Set<QuoteIndex.Source> all = new HashSet<>();
    private boolean offRecord;

    /** False if no more can change the answer: all readers know the words. */
    boolean take(QuoteIndex.Source source) {
      Reach reach = reach(source);
      if (reach == Reach.ALL) {
        all.add(source);
      } else if (reach == Reach.FEWER) {
        fewer.add(source);
        offRecord |= isOffRecord(source.thing());
      }
      return fewer.isEmpty() || all.isEmpty() || offRecord;
    }

    /** Of what all readers know nothing is left, but of what was said off record before. */
    Stream<QuoteIndex.Source> told() {
      return fewer.stream()
          .filter(
              source ->
                  all.isEmpty()
                      || (isOffRecord(source.thing())
                          && all.stream().noneMatch(known -> frees(known, source))));
    }
  }

  /** Whether words said off record were said to all before, or by the company itself. */
  private boolean frees(QuoteIndex.Source known, QuoteIndex.Source offRecord) {
    return known.commit() < offRecord.commit()
        || company(known.thing()).equals(company(offRecord.thing()));
  }

  private Optional<String> company(Ref thing) {
    return switch (thing.kind()) {
      case UPDATE -> state.updates().find(thing.id()).map(Update::company);
      case ENTRY -> state.entries().find(thing.id()).flatMap(e -> organisation(e.seat()));
      default -> Optional.empty();
    };
  }

  private Optional<String> organisation(SeatId seat) {
    return Optional.ofNullable(state.members().seats().get(seat)).map(Seat::organisation);
  }

  private Reach reach(QuoteIndex.Source source) {
    return reaches.computeIfAbsent(source, this::reached);
  }

  private Reach reached(QuoteIndex.Source source) {
    @Nullable Scope scope = state.scopeOf(source.thing()).orElse(null);
    if (scope == null || !(access.canRead(author, scope) || knew(source, scope))) {
      return Reach.HIDDEN;
    }
    boolean all =
        !audience.isEmpty()
            && access.within(readers.audience(), scope)
            && audience.stream().allMatch(s -> access.canRead(s.id(), scope));
    return all ? Reach.ALL : Reach.FEWER;
  }

  /**
   * Whether the author could read it before it, or what it hangs on, was narrowed or taken back.
   * What was said there since then they never had, and are not told of by what they try (R8).
   */
  private boolean knew(QuoteIndex.Source source, Scope scope) {
    return narrowings(source.thing(), source)
            .anyMatch(n -> readUntil(n, new Scope(n.event().from(), scope.at(), above(n, scope))))
        || parent(source.thing())
            .map(parent -> narrowings(parent, source))
            .orElse(Stream.empty())
            .anyMatch(n -> readUntil(n, new Scope(own(source, n), scope.at(), before(n, scope))));
  }

  /** How a thing was narrowed after these words were said. */
  private Stream<QuoteIndex.Changed> narrowings(Ref thing, QuoteIndex.Source said) {
    return search.changes(thing).stream()
        .filter(c -> c.commit() > said.commit() && c.event() instanceof AudienceEvent.Narrowed);
  }

  private boolean readUntil(QuoteIndex.Changed narrowing, Scope before) {
    return reads
        .computeIfAbsent(narrowing.commit(), c -> state.readUntil(history.get(c), author))
        .test(before);
  }

  private Optional<Ref> parent(Ref thing) {
    return thing.kind() == Ref.Kind.ENTRY
        ? state.entries().find(thing.id()).map(Entry::parent)
        : Optional.empty();
  }

  /** What an entry hung on when it was narrowed itself. */
  private @Nullable Scope above(QuoteIndex.Changed narrowing, Scope scope) {
    @Nullable Scope now = scope.parent();
    Optional<Audience> then =
        parent(narrowing.event().of()).map(search::changes).orElse(List.of()).stream()
            .filter(c -> c.commit() > narrowing.commit())
            .findFirst()
            .map(c -> c.event().from());
    return now == null || then.isEmpty() ? now : new Scope(then.get(), now.at(), now.parent());
  }

  /** What an entry hung on when that was narrowed. */
  private static @Nullable Scope before(QuoteIndex.Changed narrowing, Scope scope) {
    @Nullable Scope now = scope.parent();
    return now == null ? null : new Scope(narrowing.event().from(), now.at(), now.parent());
  }

  /** Whom an entry was for when what it hangs on was narrowed. */
  private Audience own(QuoteIndex.Source source, QuoteIndex.Changed narrowing) {
    return search.changes(source.thing()).stream()
        .filter(c -> c.commit() < narrowing.commit())
        .reduce((earlier, later) -> later)
        .map(c -> c.event().to())
        .orElseGet(() -> said(source));
  }

  private Audience said(QuoteIndex.Source source) {
    return history.get(source.commit()).events().stream()
        .flatMap(e -> e instanceof EntryEvent entry ? Stream.of(entry) : null)
        .filter(entry -> entry.id().equals(source.thing().id()))
        .map(EntryEvent::audience)
        .findFirst()
        .orElseThrow();
  }

  Optional<QuoteDetector.Narrower> answer() {
    List<Ref> things =
        shared.entrySet().stream()
            .filter(e -> e.getValue() >= QuoteDetector.ENOUGH)
            .map(e -> e.getKey().thing())
            .distinct()
            .toList();
    return things.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new QuoteDetector.Narrower(
                outside(things), things.stream().anyMatch(this::isOffRecord)));
  }

  /** Nobody is named by what its author cannot read any more: who still can is not theirs. */
  private List<Seat> outside(List<Ref> things) {
    List<Scope> quoted =
        things.stream()
            .map(thing -> state.scopeOf(thing).orElseThrow())
            .filter(scope -> access.canRead(author, scope))
            .toList();
    return audience.stream()
        .filter(s -> quoted.stream().anyMatch(q -> !access.canRead(s.id(), q)))
        .toList();
  }

  private boolean isOffRecord(Ref thing) {
    return thing.kind() == Ref.Kind.UPDATE
        && state.updates().find(thing.id()).filter(Update::isOffRecord).isPresent();
  }
}
