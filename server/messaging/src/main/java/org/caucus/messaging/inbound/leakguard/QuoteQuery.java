package org.caucus.messaging.inbound.leakguard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** One author, one audience, and the texts that are to reach it. */
final class QuoteQuery {
  private final Workspace state;
  private final Access access;
  private final QuoteIndex.Search search;
  private final SeatId author;
  private final Scope readers;
  private final List<Seat> audience;
  private final Map<Ref, Reach> reaches = new HashMap<>();
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
      Reach reach = reach(source.thing());
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

  private Reach reach(Ref thing) {
    return reaches.computeIfAbsent(thing, this::reached);
  }

  private Reach reached(Ref thing) {
    @Nullable Scope scope = state.scopeOf(thing).orElse(null);
    if (scope == null || !knows(thing, scope)) {
      return Reach.HIDDEN;
    }
    boolean all =
        !audience.isEmpty()
            && access.within(readers.audience(), scope)
            && audience.stream().allMatch(s -> access.canRead(s.id(), scope));
    return all ? Reach.ALL : Reach.FEWER;
  }

  /** The author reads it, or did before it was narrowed or taken back. */
  private boolean knows(Ref thing, Scope scope) {
    return access.canRead(author, scope)
        || before(thing, scope).anyMatch(earlier -> access.canRead(author, earlier));
  }

  /** Where it stood, for each audience that it and what it hangs on had: one closes with both. */
  private Stream<Scope> before(Ref thing, Scope scope) {
    List<Audience> above =
        thing.kind() == Ref.Kind.ENTRY
            ? state.entries().find(thing.id()).map(Entry::parent).map(search::former).orElseThrow()
            : List.of();
    List<Audience> own =
        Stream.of(List.of(scope.audience()), search.former(thing), above)
            .flatMap(List::stream)
            .toList();
    return parents(scope.parent(), above)
        .flatMap(parent -> own.stream().map(a -> new Scope(a, scope.at(), parent)));
  }

  private static Stream<@Nullable Scope> parents(@Nullable Scope parent, List<Audience> former) {
    List<@Nullable Scope> all = new ArrayList<>();
    all.add(parent);
    if (parent != null) {
      former.forEach(a -> all.add(new Scope(a, parent.at(), parent.parent())));
    }
    return all.stream();
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
