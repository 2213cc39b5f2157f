package org.caucus.coalition.trackers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.views.SavedViews;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The trackers of a workspace and their issues, immutable.
 *
 * @param idByLabel ids by label, in upper case
 * @param byTracker ids by tracker key, in the order they were opened
 * @param used how many labels of each series were given
 * @param former labels that issues had before they were widened, in upper case
 * @param relations of each thing that is an end of one, oldest first
 * @param views those that were saved, of all trackers
 */
public record Issues(
    PMap<String, Tracker> trackers,
    PMap<String, Issue> byId,
    PMap<String, String> idByLabel,
    PMap<String, PersistentVector<String>> byTracker,
    PMap<String, Integer> used,
    PMap<String, Former> former,
    PMap<Ref, PersistentVector<Relation>> relations,
    SavedViews views) {
  /** The key of this state. */
  public static final Slice<Issues> SLICE = Slice.of(Issues.class, none());

  /** What anyone who holds the state of issues can be asked. */
  public interface Held extends Entries.Held {
    /** The issues. */
    default Issues issues() {
      return slices().get(SLICE);
    }
  }

  /**
   * A label of earlier times.
   *
   * @param row the audience of its row of numbers: only they find the issue by it
   */
  public record Former(String issue, Audience row) {}

  /** No trackers. */
  public static Issues none() {
    return new Issues(
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        SavedViews.none());
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

  /** An issue by id, by label, or by a label it had when this reader could read it already. */
  public Optional<Issue> find(Access access, SeatId reader, String idOrLabel) {
    return find(idOrLabel).or(() -> formerly(access, reader, idOrLabel));
  }

  private Optional<Issue> formerly(Access access, SeatId reader, String label) {
    Former before = former.get(label.toUpperCase(Locale.ROOT));
    return Optional.ofNullable(before)
        .flatMap(f -> find(f.issue()))
        .filter(
            i ->
                access.canRead(
                    reader, scope(i).holds(Objects.requireNonNull(before).row(), i.openedAt())));
  }

  /**
   * The label an issue needs for a wider audience: one of a row that all of them can read, or its
   * number would count issues that some of them cannot (R8). Null if the one it has is.
   */
  public @Nullable String relabelled(Access access, String id, Audience to, String random) {
    Issue issue = the(id);
    if (access.within(to, Scope.place(issue.numbered()))) {
      return null;
    }
    int count = used.getOrDefault(IssueLabels.series(issue.tracker(), to), 0);
    return IssueLabels.next(issue.tracker(), to, count, random);
  }

  /**
   * The state after an issue was widened.
   *
   * @param label its new label; null if it keeps the one it has
   */
  public Issues widened(String id, Audience to, @Nullable String label, Instant at) {
    Issue issue = the(id);
    RevisionCounter counted = issue.versions().widened(to, at);
    if (label == null) {
      return with(issue.readBy(to, counted));
    }
    String series = IssueLabels.series(issue.tracker(), to);
    String before = issue.label().toUpperCase(Locale.ROOT);
    return new Issues(
        trackers,
        byId.plus(id, issue.called(label, to, to, counted)),
        idByLabel.minus(before).plus(label.toUpperCase(Locale.ROOT), id),
        byTracker,
        used.plus(series, used.getOrDefault(series, 0) + 1),
        former.plus(before, new Former(id, issue.numbered())),
        relations,
        views);
  }

  /** The state after an issue was narrowed. */
  public Issues narrowed(String id, Audience to, UnaryOperator<Audience> narrower) {
    return with(the(id).readBy(to, the(id).versions().narrowed(narrower)));
  }

  /** The state after a tracker's ceiling changed. */
  public Issues heldTo(String key, Audience ceiling) {
    Tracker t = Objects.requireNonNull(trackers.get(key));
    return with(t.heldTo(ceiling));
  }

  /** The issues of a tracker, in the order they were opened. */
  public List<Issue> of(Tracker tracker) {
    return idsOf(tracker).stream().map(this::the).toList();
  }

  /** Their ids, in the same order: of thousands, a page looks at few. */
  List<String> idsOf(Tracker tracker) {
    return byTracker.getOrDefault(tracker.key(), PersistentVector.empty());
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
      case IssueEvent.TrackerDescribed e ->
          with(Objects.requireNonNull(trackers.get(e.key())).described(e.name(), e.description()));
      case IssueEvent.TrackerOpened e ->
          with(new Tracker(e.key(), e.name(), e.localPart(), e.audience(), TrackerConfig.USUAL));
      case IssueEvent.TrackerArranged e -> arranged(e);
      case IssueEvent.IssueOpened e -> opened(e, at);
      case IssueEvent.IssueEdited e -> with(the(e.id()).edited(e, at));
      case IssueEvent.IssueClosed e -> with(the(e.id()).in(e.as(), at, at));
      case IssueEvent.IssueReopened e -> with(the(e.id()).in(IssueState.OPEN, at, null));
      case IssueEvent.IssueQuieted e -> this;
      case IssueEvent.IssueWatched e -> watched(e.id(), e.seat(), true);
      case IssueEvent.IssueUnwatched e -> watched(e.id(), e.seat(), false);
      case IssueEvent.IssueRelated e -> related(e.relation(), true);
      case IssueEvent.IssueUnrelated e -> related(e.relation(), false);
      case IssueEvent.ViewSaved e -> with(views.with(e.view(at)));
      case IssueEvent.ViewRemoved e -> with(views.without(e.id()));
    };
  }

  private Issues opened(IssueEvent.IssueOpened e, Instant at) {
    Issue issue =
        new Issue(
            e.id(),
            e.label(),
            e.tracker(),
            e.title(),
            e.storedDescription(),
            e.provision(),
            Objects.requireNonNull(trackers.get(e.tracker())).arrangement().first(),
            e.assignees(),
            e.due(),
            e.audience(),
            e.audience(),
            e.by(),
            at,
            null,
            RevisionCounter.begun(e.audience(), at),
            e.facets() == null ? IssueFields.USUAL : e.facets(),
            List.of(),
            Issue.since(e.assignees(), PersistentMap.empty(), at));
    String series = IssueLabels.series(e.tracker(), e.audience());
    PersistentVector<String> ids = byTracker.getOrDefault(e.tracker(), PersistentVector.empty());
    return new Issues(
        trackers,
        byId.plus(e.id(), issue),
        idByLabel.plus(e.label(), e.id()),
        byTracker.plus(e.tracker(), ids.plus(e.id())),
        used.plus(series, used.getOrDefault(series, 0) + 1),
        former,
        relations,
        views);
  }

  /** An issue that is there. */
  Issue the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Issues with(Issue changed) {
    return new Issues(
        trackers,
        byId.plus(changed.id(), changed),
        idByLabel,
        byTracker,
        used,
        former,
        relations,
        views);
  }

  private Issues with(Tracker t) {
    return new Issues(
        trackers.plus(t.key(), t), byId, idByLabel, byTracker, used, former, relations, views);
  }

  private Issues with(SavedViews changed) {
    return new Issues(trackers, byId, idByLabel, byTracker, used, former, relations, changed);
  }

  private Issues arranged(IssueEvent.TrackerArranged e) {
    Tracker t = Objects.requireNonNull(trackers.get(e.key()));
    return with(t.arranged(e.arrangement(), e.usual()));
  }

  /** That somebody watches changes nothing of the issue: its version stays. */
  private Issues watched(String id, SeatId seat, boolean on) {
    List<SeatId> watchers = new ArrayList<>(the(id).watchers());
    watchers.remove(seat);
    if (on) {
      watchers.add(seat);
    }
    return with(the(id).watchedBy(watchers));
  }

  /** Neither end is changed by it: who can read one of them must not notice the other. */
  private Issues related(Relation relation, boolean on) {
    PMap<Ref, PersistentVector<Relation>> all = relations;
    for (Ref end : List.of(relation.from(), relation.to())) {
      PersistentVector<Relation> row = PersistentVector.empty();
      for (Relation r : relations(end)) {
        row = r.equals(relation) ? row : row.plus(r);
      }
      all = all.plus(end, on ? row.plus(relation) : row);
    }
    return new Issues(trackers, byId, idByLabel, byTracker, used, former, all, views);
  }

  /** The relations of which this is an end. */
  public List<Relation> relations(Ref end) {
    return relations.getOrDefault(end, PersistentVector.empty());
  }
}
