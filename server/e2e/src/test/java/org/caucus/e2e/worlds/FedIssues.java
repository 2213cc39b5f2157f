package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.FeedFilter;
import org.caucus.views.feeds.FeedFormat;
import org.caucus.views.feeds.FeedMessages;
import org.caucus.views.feeds.FeedMetadata;
import org.caucus.views.feeds.actions.ActionFeed;
import org.caucus.views.feeds.issues.IssueFeed;
import org.caucus.views.webhooks.WebhookPayload;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/**
 * The feeds of issues that a seat reads, whole and by filters, and what they can be narrowed to;
 * and what else a program of it is told.
 */
final class FedIssues {
  private static final List<String> FILTERS =
      List.of("", "is:open", "title", "-assignee:none changed:<9999d", "has:label is:closed");
  private static final List<String> OF_ACTIONS =
      List.of("", "is:open", "title", "-org:rights changed:<9999d", "is:unanswered", "org:chirp");
  private static final FeedMetadata PLACE =
      new FeedMetadata(
          View.DOMAIN,
          "https://caucus.example/w/cop",
          "updates",
          "updates",
          "",
          "k".repeat(40),
          "",
          View.NOW,
          FeedMessages.ENGLISH);

  private FedIssues() {}

  /** An address of a seat that ended has none. */
  static List<String> of(Workspace state, SeatId reader) {
    if (!state.access().isHere(reader)) {
      return List.of();
    }
    IssueFeed feed = IssueFeed.json();
    String narrowed = feed.filters(state, reader).toString();
    return FILTERS.stream()
        .map(FedIssues::narrowed)
        .map(by -> narrowed + feed.of(state, reading(reader, by)))
        .toList();
  }

  /** The same of actions. */
  static List<String> actions(Workspace state, SeatId reader) {
    if (!state.access().isHere(reader)) {
      return List.of();
    }
    return OF_ACTIONS.stream()
        .map(FedIssues::narrowed)
        .map(by -> ActionFeed.json().of(state, reading(reader, by)))
        .toList();
  }

  private static FeedFilter narrowed(String q) {
    return new FeedFilter(Map.of(), q.isEmpty() ? Map.of() : Map.of("q", q));
  }

  /** All that a webhook of this seat is told, of every event there was. */
  static List<JsonObject> webhook(Workspace now, SeatId reader) {
    return now.history().stream()
        .flatMap(
            c -> c.events().stream().map(e -> WebhookPayload.of(now, c, e, reader, null, "", "")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static FeedFormat.Reading reading(SeatId reader, FeedFilter by) {
    return new FeedFormat.Reading(reader, PLACE, by, View.NOW);
  }
}
