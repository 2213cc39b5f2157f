package org.caucus.views.feeds.issues;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.query.IssueFilter;
import org.caucus.coalition.trackers.query.IssueFilterFacts;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.AtomFeed;
import org.caucus.views.feeds.FeedEntry;
import org.caucus.views.feeds.FeedFilter;
import org.caucus.views.feeds.FeedFormat;
import org.caucus.views.feeds.FeedMetadata;
import org.caucus.views.feeds.JsonFeed;
import org.caucus.workspace.Workspace;

/**
 * The issues that a seat can read now, those that changed last first, as a feed: of all trackers or
 * of some, narrowed by a filter as in the browser and the API. Where mail holds no words neither a
 * filter nor the key of a tracker finds anything, and no key is named: each would tell some.
 *
 * @param file what its address ends in
 * @param type its media type
 * @param writes how it is written
 */
public record IssueFeed(
    String file, String type, BiFunction<FeedMetadata, List<FeedEntry>, String> writes)
    implements FeedFormat {
  /** Issues of one feed, at most; those that changed last. */
  public static final int MOST = 50;

  /** What narrows it to trackers, by their keys. */
  static final String TRACKER = "tracker";

  /** What narrows it in the language of filters. */
  static final String FILTER = Filter.FIELD;

  private static final String HOME = "trackers";

  /** As Atom (RFC 4287). */
  public static IssueFeed atom() {
    return new IssueFeed("issues.xml", AtomFeed.TYPE, AtomFeed::write);
  }

  /** As JSON Feed 1.1. */
  public static IssueFeed json() {
    return new IssueFeed("issues.json", JsonFeed.TYPE, JsonFeed::write);
  }

  /** Both, beside others that are read at the same address. */
  public static List<FeedFormat> beside(FeedFormat... others) {
    return Stream.concat(Stream.of(others), Stream.of(atom(), json())).toList();
  }

  /**
   * Trackers that this seat cannot read are no values of it, nor those of which mail says nothing.
   */
  @Override
  public Map<String, Set<String>> filters(Workspace state, SeatId reader) {
    return Map.of(
        TRACKER,
        readable(state, reader).stream()
            .filter(tracker -> !state.lists().content().isWithheld(tracker.scope()))
            .map(IssueFeed::name)
            .collect(Collectors.toSet()));
  }

  @Override
  public Set<String> words() {
    return Set.of(FILTER);
  }

  @Override
  public String of(Workspace state, Reading reading) {
    FeedMetadata place = reading.place();
    List<Tracker> trackers = trackers(state, reading.reader(), reading.by());
    List<FeedEntry> leaves = newest(state, reading, trackers);
    return writes.apply(
        trackers.size() == 1
            ? of(state, trackers.getFirst(), place)
            : place.of(HOME, title(state, place, Scope.place(Audience.everyone()), "")),
        leaves);
  }

  private static FeedMetadata of(Workspace state, Tracker only, FeedMetadata place) {
    boolean bare = state.lists().content().isWithheld(only.scope());
    FeedMetadata all = place.of(HOME, title(state, place, only.scope(), only.name()));
    return bare ? all : all.at(HOME + "/" + only.key());
  }

  private static String title(Workspace state, FeedMetadata place, Scope scope, String tracker) {
    if (state.lists().content().isWithheld(scope)) {
      return state.members().slug();
    }
    String workspace = state.members().name();
    return tracker.isEmpty()
        ? place.words().say("issues", Map.of("workspace", workspace))
        : place.words().say("issues-of", Map.of("tracker", tracker, "workspace", workspace));
  }

  /** Those of all trackers that this seat can read now, as it may know them. */
  public static List<FeedEntry> newest(Workspace state, Reading reading) {
    return newest(state, reading, trackers(state, reading.reader(), reading.by()));
  }

  private static List<FeedEntry> newest(Workspace state, Reading reading, List<Tracker> trackers) {
    SeatId reader = reading.reader();
    Optional<String> asked = reading.by().said(FILTER);
    Filter<IssueFilterFacts> filter =
        IssueFilter.parse(
            asked.orElse(""), FilterContext.at(state.members(), reader, reading.now()));
    Predicate<Scope> reads = state.access().asked(reader);
    return trackers.stream()
        .flatMap(tracker -> state.issues().of(tracker).stream())
        .filter(issue -> reads.test(state.issues().scope(issue)))
        .filter(issue -> reading.by().isNone() || !isBare(state, issue))
        .map(issue -> issue.seenBy(reads, state.issues().scope(issue)))
        .filter(filter::test)
        .sorted(Comparator.comparing(Issue::changedAt).reversed().thenComparing(Issue::id))
        .limit(MOST)
        .map(issue -> new IssueFeedEntry(state, issue, reader, reading.place()).written())
        .toList();
  }

  /** One of them; empty if this seat cannot read it. */
  public static Optional<FeedEntry> leaf(
      Workspace state, Issue issue, SeatId reader, FeedMetadata place) {
    Scope scope = state.issues().scope(issue);
    Predicate<Scope> reads = state.access().asked(reader);
    return reads.test(scope)
        ? Optional.of(
            new IssueFeedEntry(state, issue.seenBy(reads, scope), reader, place).written())
        : Optional.empty();
  }

  static boolean isBare(Workspace state, Issue issue) {
    return state.lists().content().isWithheld(state.issues().scope(issue));
  }

  private static List<Tracker> trackers(Workspace state, SeatId reader, FeedFilter by) {
    return readable(state, reader).stream().filter(t -> by.fits(TRACKER, name(t))).toList();
  }

  private static List<Tracker> readable(Workspace state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.issues().trackers().values().stream()
        .filter(tracker -> reads.test(tracker.scope()))
        .sorted(Comparator.comparing(Tracker::key))
        .toList();
  }

  private static String name(Tracker tracker) {
    return tracker.key().toLowerCase(Locale.ROOT);
  }
}
