package org.caucus.coalition.trackers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.query.IssueFilterFacts;
import org.caucus.coalition.trackers.views.ViewJson;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Shows trackers and issues as the API's {@code Tracker} and {@code Issue}, as one seat sees them.
 */
public final class IssuePresenter {
  private static final String READERS = "readers";
  private static final String ENTRIES = "entries";
  private static final String WATCHERS = "watchers";
  private static final String NOBODY = "[]";

  /** What a row takes at first, in bytes; a page grows by itself. */
  private static final int FIRST_BYTES_A_ROW = 512;

  private static final JsonFields<Issue> ISSUE =
      JsonFields.of(
          "Issue",
          Issue.class,
          "id label tracker title description provision state assignees audience openedBy openedAt"
              + " changedAt version facets.type facets.priority facets.labels facets.checklist"
              + " reference:facets.citation fields:facets.ownByField due closedAt");

  private static final JsonFields<ShownTracker> TRACKER =
      JsonFields.of(
          "Tracker",
          ShownTracker.class,
          "key name description address audience readers arrangement open");
  private static final JsonFields<Related> RELATION =
      JsonFields.of("Relation", Related.class, "kind from to issue.label title issue.state within");

  private IssuePresenter() {}

  private record ShownTracker(
      Tracker tracker, String address, int readers, JsonObject arrangement, long open) {}

  private record Related(
      Relation relation,
      boolean from,
      Ref to,
      @Nullable Issue issue,
      @Nullable String title,
      @Nullable Ref within) {}

  /** A tracker. */
  public static JsonObject show(Issues.Held state, Tracker tracker, SeatId reader, String domain) {
    Predicate<Scope> reads = state.access().asked(reader);
    long open =
        state.issues().of(tracker).stream()
            .filter(i -> !i.state().closed())
            .filter(i -> reads.test(state.issues().scope(i)))
            .count();
    JsonObject shown =
        TRACKER.json(
            new ShownTracker(
                tracker,
                tracker.localPart() + "@" + domain,
                state.access().count(tracker.scope()),
                arrangement(state, tracker, reads),
                open));
    return ClosedPlaces.put(shown, state, Ref.to(Ref.Kind.TRACKER, tracker.key()));
  }

  /** Whom issues usually reach is told to those whom they reach: others open none for those. */
  private static JsonObject arrangement(
      Issues.Held state, Tracker tracker, Predicate<Scope> reads) {
    JsonObject shown = IssueFieldsJson.show(tracker.arrangement());
    tracker
        .usual(state.access())
        .filter(usual -> reads.test(Scope.place(usual)))
        .ifPresent(usual -> shown.put("usual", usual.wire()));
    return shown;
  }

  /** An issue; its count of entries is of those this seat can read. */
  public static JsonObject show(Issues.Held state, Issue issue, SeatId reader) {
    Scope scope = state.issues().scope(issue);
    return same(issue.seenBy(state.access().asked(reader), scope))
        .put(WATCHERS, watchers(state, issue, scope))
        .put(READERS, state.access().count(scope))
        .put(ENTRIES, VisibleEntries.count(state, issue.ref(), scope, reader));
  }

  /**
   * What is the same of an issue for the person who can read it, and how often and when it was
   * changed, as the one {@linkplain Issue#seenBy seen} says.
   */
  static JsonObject same(Issue issue) {
    return ISSUE.json(issue);
  }

  /**
   * The issues of a tracker that this seat can read, in the order they were opened, as the bytes of
   * the API's {@code IssuePage}.
   *
   * @param wanted which of them
   * @param rows what is remembered from other boards
   */
  public static Buffer board(
      Issues.Held state, Tracker tracker, Wanted wanted, SeatId reader, IssueRowCache rows) {
    rows.tidy();
    Predicate<Scope> reads = state.access().asked(reader);
    Scope place = tracker.scope();
    List<String> all = state.issues().idsOf(tracker);
    int room = Math.min(all.size(), wanted.limit());
    Buffer page = Buffer.buffer(FIRST_BYTES_A_ROW * (room + 1)).appendString("{\"items\":[");
    String between = "";
    String last = "";
    String next = null;
    int shown = 0;
    for (int at = wanted.from(all, state.issues(), reads); at < all.size(); at++) {
      Issue one = state.issues().the(all.get(at));
      Scope scope = place.holds(one.audience(), one.openedAt());
      Issue issue = one.seenBy(reads, scope);
      if (reads.test(scope) && wanted.has(issue)) {
        if (shown++ == wanted.limit()) {
          next = last;
          break;
        }
        last = issue.id();
        int readers = state.access().count(scope);
        int entries = VisibleEntries.count(state, issue.ref(), scope, reader);
        page.appendString(between)
            .appendBytes(rows.of(issue))
            .appendString(counts(watchers(state, issue, scope), readers, entries));
        between = ",";
      }
    }
    String position = Json.encode(state.positionFor(reader));
    String goOn = next == null ? "" : ",\"next\":" + Json.encode(next);
    return page.appendString("]" + goOn + ",\"position\":" + position + "}");
  }

  /**
   * Which issues of a tracker.
   *
   * @param states names of the states; none for all
   * @param filter what else must hold
   * @param before id of the last issue of the page before; empty for the first page
   * @param limit most of them
   */
  public record Wanted(
      Set<String> states, Filter<IssueFilterFacts> filter, String before, int limit) {
    /** Issues of a page unless stated. */
    public static final int PAGE = 1_000;

    /** The first page of all. */
    public static final Wanted ALL = new Wanted(Set.of(), Filter.all(), "", PAGE);

    private boolean has(Issue issue) {
      return (states.isEmpty() || states.contains(issue.state().name())) && filter.test(issue);
    }

    /** They stay in the order they were opened in, so a page begins where the last one ended. */
    private int from(List<String> all, Issues issues, Predicate<Scope> reads) {
      int from = before.isEmpty() ? 0 : all.lastIndexOf(before) + 1;
      return from > 0 && reads.test(issues.scope(issues.the(before))) ? from : 0;
    }
  }

  /** Those who may still read it: who was taken out of its audience is not named. */
  private static JsonArray watchers(Issues.Held state, Issue issue, Scope scope) {
    JsonArray shown = new JsonArray();
    for (SeatId seat : issue.watchers()) {
      if (state.access().canRead(seat, scope)) {
        shown.add(seat.value());
      }
    }
    return shown;
  }

  private static String counts(JsonArray watchers, int readers, int entries) {
    return ",\""
        + WATCHERS
        + "\":"
        + (watchers.isEmpty() ? NOBODY : watchers.encode())
        + ",\""
        + READERS
        + "\":"
        + readers
        + ",\""
        + ENTRIES
        + "\":"
        + entries
        + "}";
  }

  /** As the API's {@code Relation}, seen from one end. */
  static JsonArray relations(Issues.Held state, Issue issue, SeatId reader) {
    JsonArray shown = new JsonArray();
    for (Relation r : RelationDecider.visible(state, issue.ref(), reader)) {
      Ref other = r.other(issue.ref());
      Issue issueThere =
          other.kind() == Ref.Kind.ISSUE ? state.issues().find(other.id()).orElse(null) : null;
      Entry entry =
          other.kind() == Ref.Kind.ENTRY ? state.entries().find(other.id()).orElse(null) : null;
      shown.add(
          RELATION.json(
              new Related(
                  r,
                  r.from().equals(issue.ref()),
                  other,
                  issueThere,
                  title(state, issueThere, entry),
                  entry == null ? null : entry.parent())));
    }
    return shown;
  }

  /** What the other end is called: a message by what it hangs on. */
  private static @Nullable String title(
      Issues.Held state, @Nullable Issue issue, @Nullable Entry entry) {
    return issue != null
        ? issue.title()
        : entry == null ? null : state.item(entry.parent()).map(Item::title).orElse(null);
  }

  /** An issue as it is now, for the person who edited an older version. */
  static Map<String, Object> current(Issues.Held state, Issue issue, SeatId reader) {
    return show(state, issue, reader).getMap();
  }

  /** The trackers this seat can read. */
  public static JsonArray trackers(Issues.Held state, SeatId reader, String domain) {
    JsonArray shown = new JsonArray();
    state.issues().trackers().values().stream()
        .filter(t -> state.access().canRead(reader, t.scope()))
        .sorted(Comparator.comparing(Tracker::key))
        .forEach(t -> shown.add(show(state, t, reader, domain)));
    return shown;
  }

  /** The saved views of a tracker that this seat can read. */
  public static JsonArray views(Issues.Held state, Tracker tracker, SeatId reader) {
    JsonArray shown = new JsonArray();
    state
        .issues()
        .views()
        .of(tracker.key(), tracker.scope(), state.access().asked(reader))
        .forEach(v -> shown.add(ViewJson.show(v, tracker.scope(), state.access())));
    return shown;
  }

  /** The saved views of all trackers that this seat can read. */
  public static JsonArray views(Issues.Held state, SeatId reader) {
    JsonArray shown = new JsonArray();
    state.issues().trackers().values().forEach(t -> shown.addAll(views(state, t, reader)));
    return shown;
  }
}
