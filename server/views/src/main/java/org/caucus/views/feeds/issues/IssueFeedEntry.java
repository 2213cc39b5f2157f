package org.caucus.views.feeds.issues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.FeedAuthor;
import org.caucus.views.feeds.FeedEntry;
import org.caucus.views.feeds.FeedFilter;
import org.caucus.views.feeds.FeedMessages;
import org.caucus.views.feeds.FeedMetadata;
import org.caucus.workspace.Workspace;

/**
 * One issue as a feed writes it, for one who can read it.
 *
 * @param issue as its reader may know it
 */
record IssueFeedEntry(Workspace state, Issue issue, SeatId reader, FeedMetadata place) {
  /** Characters of its body; the page has the rest. */
  static final int MOST_CHARS = 10_000;

  FeedEntry written() {
    boolean bare = IssueFeed.isBare(state, issue);
    String slug = state.members().slug();
    return new FeedEntry(
        place.idOf("issue", issue.id()),
        place.pages() + "/issues/" + issue.id(),
        bare
            ? words().say("new", Map.of("workspace", slug))
            : "[" + issue.label() + "] " + issue.title(),
        bare ? words().say("nothing") : text(),
        bare ? slug : author(),
        bare ? List.of() : tags(),
        issue.openedAt(),
        issue.changedAt());
  }

  private String author() {
    return FeedAuthor.outside(state, issue.ref(), issue.openedAt(), reader)
        .orElseGet(() -> state.members().nameOf(issue.openedBy()));
  }

  private FeedMessages words() {
    return place.words();
  }

  private IssueFields facets() {
    return issue.facets();
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>();
    tags.add(FeedFilter.word(issue.state()));
    tags.add(FeedFilter.word(facets().type()));
    tags.add(FeedFilter.word(facets().priority()));
    tags.addAll(facets().labels());
    return tags;
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    put(parts, "", shortened(issue.description().strip()));
    put(parts, "provision", issue.provision().strip());
    Citation cited = facets().citation();
    if (cited != null) {
      put(parts, "provision", cites(cited));
      put(parts, "", cited.quote().isBlank() ? "" : "> " + cited.quote().replace("\n", "\n> "));
    }
    put(
        parts,
        "assigned",
        words().list(issue.assignees().stream().map(state.members()::nameOf).toList()));
    put(parts, "due", issue.due() == null ? "" : issue.due().toString());
    put(parts, "labels", words().list(facets().labels()));
    parts.add(
        words()
            .say(
                "issue.terms",
                Map.of(
                    "state", stateName(),
                    "type", words().within(facets().type()),
                    "priority", words().within(facets().priority()),
                    "readers", words().readBy(state.members(), issue.audience(), readers()))));
    return String.join("\n\n", parts);
  }

  private static String cites(Citation cited) {
    return List.of(cited.document(), cited.part(), cited.number()).stream()
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private int readers() {
    return state.access().count(state.issues().scope(issue));
  }

  /** As its tracker calls it. */
  private String stateName() {
    Tracker tracker = state.issues().tracker(issue.tracker()).orElseThrow();
    return tracker.arrangement().called(issue.state()).orElseGet(() -> words().name(issue.state()));
  }

  private void put(List<String> parts, String key, String value) {
    if (!value.isBlank()) {
      parts.add(key.isEmpty() ? value : words().say(key, Map.of("value", value)));
    }
  }

  /** Cut between two characters. */
  private static String shortened(String text) {
    if (text.length() <= MOST_CHARS) {
      return text;
    }
    boolean within = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1));
    return text.substring(0, within ? MOST_CHARS - 1 : MOST_CHARS) + "…";
  }
}
