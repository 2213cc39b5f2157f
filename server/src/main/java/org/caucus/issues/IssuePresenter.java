package org.caucus.issues;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.command.SeatId;
import org.caucus.entries.Visible;
import org.caucus.members.Scope;

/**
 * Shows trackers and issues as the API's {@code Tracker} and {@code Issue}, as one seat sees them.
 */
public final class IssuePresenter {
  private IssuePresenter() {}

  /** A tracker. */
  public static JsonObject show(Issues.Held state, Tracker tracker, SeatId reader, String domain) {
    Predicate<Scope> reads = state.access().asked(reader);
    long open =
        state.issues().of(tracker).stream()
            .filter(i -> !i.state().closed())
            .filter(i -> reads.test(state.issues().scope(i)))
            .count();
    return new JsonObject()
        .put("key", tracker.key())
        .put("name", tracker.name())
        .put("address", tracker.localPart() + "@" + domain)
        .put("audience", tracker.audience().wire())
        .put("readers", state.access().count(tracker.scope()))
        .put("open", open);
  }

  /** An issue; its count of entries is of those this seat can read. */
  public static JsonObject show(Issues.Held state, Issue issue, SeatId reader) {
    var scope = state.issues().scope(issue);
    JsonObject shown =
        new JsonObject()
            .put("id", issue.id())
            .put("label", issue.label())
            .put("tracker", issue.tracker())
            .put("title", issue.title())
            .put("description", issue.description())
            .put("provision", issue.provision())
            .put("state", issue.state().name())
            .put("assignees", new JsonArray(issue.assignees().stream().map(SeatId::value).toList()))
            .put("audience", issue.audience().wire())
            .put("readers", state.access().count(scope))
            .put("openedBy", issue.openedBy().value())
            .put("openedAt", issue.openedAt().toString())
            .put("changedAt", issue.changedAt().toString())
            .put("version", issue.version())
            .put("entries", Visible.count(state, issue.ref(), scope, reader));
    if (issue.due() != null) {
      shown.put("due", issue.due().toString());
    }
    if (issue.closedAt() != null) {
      shown.put("closedAt", issue.closedAt().toString());
    }
    return shown;
  }

  /**
   * The issues of a tracker that this seat can read, in the order they were opened.
   *
   * @param states names of the states wanted; none for all
   */
  public static JsonObject board(
      Issues.Held state, Tracker tracker, Set<String> states, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    JsonArray items = new JsonArray();
    state.issues().of(tracker).stream()
        .filter(i -> states.isEmpty() || states.contains(i.state().name()))
        .filter(i -> reads.test(state.issues().scope(i)))
        .forEach(i -> items.add(show(state, i, reader)));
    return new JsonObject().put("items", items).put("position", state.positionFor(reader));
  }

  /** An issue as it is now, for whoever edited an older version. */
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
}
