package org.caucus.views.feeds.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionPresenter;
import org.caucus.coalition.actions.ActionTimeFormat;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.Embargo;
import org.caucus.coalition.actions.query.ActionFilter;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.AtomFeed;
import org.caucus.views.feeds.FeedAuthor;
import org.caucus.views.feeds.FeedEntry;
import org.caucus.views.feeds.FeedFilter;
import org.caucus.views.feeds.FeedFormat;
import org.caucus.views.feeds.FeedMessages;
import org.caucus.views.feeds.FeedMetadata;
import org.caucus.views.feeds.JsonFeed;
import org.caucus.workspace.Workspace;

/**
 * The actions that a seat can read now, those that changed last first, as a feed.
 *
 * @param file what its address ends in
 * @param type its media type
 * @param writes how it is written
 */
public record ActionFeed(
    String file, String type, BiFunction<FeedMetadata, List<FeedEntry>, String> writes)
    implements FeedFormat {
  /** Actions of one feed, at most; those that changed last. */
  public static final int MOST = 50;

  private static final String KIND = "kind";
  private static final String STATE = "state";

  /** As Atom (RFC 4287). */
  public static ActionFeed atom() {
    return new ActionFeed("actions.xml", AtomFeed.TYPE, AtomFeed::write);
  }

  /** As JSON Feed 1.1. */
  public static ActionFeed json() {
    return new ActionFeed("actions.json", JsonFeed.TYPE, JsonFeed::write);
  }

  @Override
  public Map<String, Set<String>> filters(Workspace state, SeatId reader) {
    return Map.of(
        KIND,
        FeedFilter.words(Action.Kind.values()),
        STATE,
        FeedFilter.words(Action.State.values()));
  }

  @Override
  public Set<String> words() {
    return Set.of(Filter.FIELD);
  }

  /**
   * Which actions a query asks for, as the browser and the API do. Where mail holds no words a
   * filter finds nothing: it would tell them one by one.
   */
  public static Predicate<Action> asked(Workspace state, Reading reading) {
    Optional<String> said = reading.by().said(Filter.FIELD);
    if (said.isEmpty()) {
      return action -> true;
    }
    FilterContext asker = FilterContext.at(state.members(), reading.reader(), reading.now());
    Filter<Action> filter =
        ActionFilter.parse(said.get(), asker, state.access().asked(reading.reader()));
    return action -> !state.lists().content().isWithheld(action.scope()) && filter.test(action);
  }

  @Override
  public String of(Workspace state, Reading reading) {
    boolean bare = state.lists().content().isWithheld(Actions.AGENDA);
    FeedMetadata place =
        reading
            .place()
            .of(
                "actions",
                bare
                    ? state.members().slug()
                    : reading
                        .place()
                        .words()
                        .say("actions", Map.of("workspace", state.members().name())));
    return writes.apply(place, newest(state, reading, place));
  }

  /** Those that this seat can read now, as it may know them. */
  public static List<FeedEntry> newest(Workspace state, Reading reading, FeedMetadata place) {
    FeedFilter by = reading.by();
    return ActionPresenter.agenda(state, reading.reader()).stream()
        .filter(asked(state, reading))
        .filter(a -> isAsked(state, a, by))
        .sorted(Comparator.comparing(Action::changedAt).reversed().thenComparing(Action::id))
        .limit(MOST)
        .map(a -> written(state, a, reading.reader(), place))
        .toList();
  }

  private static boolean isAsked(Workspace state, Action action, FeedFilter by) {
    return by.values().isEmpty()
        || (!state.lists().content().isWithheld(action.scope())
            && by.fits(KIND, action.kind())
            && by.fits(STATE, action.state()));
  }

  /** One of them; empty if this seat cannot read it. */
  public static Optional<FeedEntry> leaf(
      Workspace state, Action action, SeatId reader, FeedMetadata place) {
    return state.access().canRead(reader, action.scope())
        ? Optional.of(written(state, action.seenBy(state.access().asked(reader)), reader, place))
        : Optional.empty();
  }

  private static FeedEntry written(
      Workspace state, Action action, SeatId reader, FeedMetadata place) {
    boolean bare = state.lists().content().isWithheld(action.scope());
    String slug = state.members().slug();
    FeedMessages words = place.words();
    return new FeedEntry(
        place.idOf("action", action.id()),
        place.page(action.id()),
        bare ? words.say("new", Map.of("workspace", slug)) : action.title(),
        bare ? words.say("nothing") : text(state, action, words),
        bare ? slug : planner(state, action, reader),
        bare ? List.of() : List.of(FeedFilter.word(action.kind()), FeedFilter.word(action.state())),
        action.plannedAt(),
        action.changedAt());
  }

  private static String planner(Workspace state, Action action, SeatId reader) {
    Seat seat = state.members().seats().get(action.plannedBy());
    String place =
        seat == null ? state.members().name() : state.members().organisationOf(seat).name();
    return FeedAuthor.outside(state, action.ref(), action.plannedAt(), reader).orElse(place);
  }

  private static String text(Workspace state, Action action, FeedMessages words) {
    List<String> parts = new ArrayList<>(List.of(ActionTimeFormat.when(action, words.language())));
    put(parts, words, "where", action.place());
    put(parts, words, "join", action.details().link());
    if (!action.description().isBlank()) {
      parts.add(action.description().strip());
    }
    put(parts, words, "agenda", action.details().agenda());
    put(parts, words, "outcome", action.outcome());
    Embargo embargo = action.embargo();
    if (embargo != null) {
      parts.add(words.say("embargo", Map.of("until", words.time(embargo.until()))));
    }
    parts.add(
        words.action(action.kind(), action.state())
            + " · "
            + words.readBy(
                state.members(), action.audience(), state.access().count(action.scope())));
    return String.join("\n\n", parts);
  }

  private static void put(List<String> parts, FeedMessages words, String key, String value) {
    if (!value.isBlank()) {
      parts.add(words.say(key, Map.of("value", value.strip())));
    }
  }
}
