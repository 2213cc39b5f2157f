package org.caucus.issues;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.caucus.entries.Entries;
import org.caucus.members.Scope;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.pcollections.PMap;

/**
 * The trackers of a workspace and their issues, immutable.
 *
 * @param idByLabel ids by label, in upper case
 * @param byTracker ids by tracker key, in the order they were opened
 * @param used how many labels of each series were given
 */
public record Issues(
    PMap<String, Tracker> trackers,
    PMap<String, Issue> byId,
    PMap<String, String> idByLabel,
    PMap<String, Row<String>> byTracker,
    PMap<String, Integer> used) {
  /** What whoever holds the state of issues can be asked. */
  public interface Held extends Entries.Held {
    /** The issues. */
    Issues issues();
  }

  /** No trackers. */
  public static Issues none() {
    return new Issues(Trie.empty(), Trie.empty(), Trie.empty(), Trie.empty(), Trie.empty());
  }

  /** The tracker with this key, whatever its case. */
  public Optional<Tracker> tracker(String key) {
    return Optional.ofNullable(trackers.get(key.toUpperCase(Locale.ROOT)));
  }

  /** An issue by id or by label. */
  public Optional<Issue> find(String idOrLabel) {
    Issue byItsId = byId.get(idOrLabel);
    if (byItsId != null) {
      return Optional.of(byItsId);
    }
    return Optional.ofNullable(idByLabel.get(idOrLabel.toUpperCase(Locale.ROOT))).map(byId::get);
  }

  /** The issues of a tracker, in the order they were opened. */
  public List<Issue> of(Tracker tracker) {
    return byTracker.getOrDefault(tracker.key(), Row.empty()).stream()
        .map(id -> Objects.requireNonNull(byId.get(id)))
        .toList();
  }

  /** Where an issue stands: its own audience within its tracker's. */
  public Scope scope(Issue issue) {
    return Objects.requireNonNull(trackers.get(issue.tracker()))
        .scope()
        .holds(issue.audience(), issue.openedAt());
  }

  /** The state after an event. */
  public Issues evolve(IssueEvent event, Instant at) {
    return switch (event) {
      case IssueEvent.TrackerOpened e ->
          new Issues(
              trackers.plus(e.key(), new Tracker(e.key(), e.name(), e.localPart(), e.audience())),
              byId,
              idByLabel,
              byTracker,
              used);
      case IssueEvent.IssueOpened e -> opened(e, at);
      case IssueEvent.IssueEdited e -> with(the(e.id()).edited(e, at));
      case IssueEvent.IssueClosed e -> with(the(e.id()).in(e.as(), at, at));
      case IssueEvent.IssueReopened e -> with(the(e.id()).in(IssueState.OPEN, at, null));
    };
  }

  private Issues opened(IssueEvent.IssueOpened e, Instant at) {
    Issue issue =
        new Issue(
            e.id(),
            e.label(),
            e.tracker(),
            e.title(),
            e.description(),
            e.provision(),
            IssueState.OPEN,
            e.assignees(),
            e.due(),
            e.audience(),
            e.by(),
            at,
            at,
            null,
            1);
    String series = Labels.series(e.tracker(), e.audience());
    Row<String> ids = byTracker.getOrDefault(e.tracker(), Row.empty());
    return new Issues(
        trackers,
        byId.plus(e.id(), issue),
        idByLabel.plus(e.label(), e.id()),
        byTracker.plus(e.tracker(), ids.plus(e.id())),
        used.plus(series, used.getOrDefault(series, 0) + 1));
  }

  private Issue the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Issues with(Issue changed) {
    return new Issues(trackers, byId.plus(changed.id(), changed), idByLabel, byTracker, used);
  }
}
