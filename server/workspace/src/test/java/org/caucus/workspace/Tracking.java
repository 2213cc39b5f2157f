package org.caucus.workspace;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.views.SavedView;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What anybody might do next about an issue that is there. */
final class Tracking {
  private Tracking() {}

  static Command next(Random random, String id, SeatId seat, Workspace w, String word) {
    return switch (random.nextInt(8)) {
      case 0 -> new IssueCommand.CloseIssue(id, IssueState.DONE, "Done " + word);
      case 1 -> new IssueCommand.ReopenIssue(id);
      case 2 -> new IssueCommand.WatchIssue(id, random.nextInt(3) > 0);
      case 3 -> related(random, id, w);
      case 4 -> edit(id, null, List.of(seat), null);
      case 5 -> edit(id, null, null, facets(random, word));
      case 6 -> {
        LocalDate due = LocalDate.of(2026, 9, 1).plusDays(random.nextInt(30));
        yield new IssueCommand.EditIssue(id, null, null, null, null, null, null, true, due);
      }
      default -> edit(id, "Title " + word, null, null);
    };
  }

  /** Saves a view of a tracker, or changes or removes one that is there. */
  static Command view(
      Random random, String tracker, @Nullable Audience audience, Workspace w, String word) {
    List<SavedView> views =
        w.issues().views().byId().values().stream()
            .sorted(Comparator.comparing(SavedView::id))
            .toList();
    ViewLayout showing = new ViewLayout("board", "\"" + word + "\"", false, true, "due", "none");
    if (views.isEmpty() || random.nextInt(3) > 0) {
      return new IssueCommand.SaveView(tracker, "View " + word, showing, audience);
    }
    SavedView one = views.get(random.nextInt(views.size()));
    return random.nextBoolean()
        ? new IssueCommand.RemoveView(one.tracker(), one.id())
        : new IssueCommand.ChangeView(one.tracker(), one.id(), "View " + word, null);
  }

  private static Command edit(
      String id,
      @Nullable String title,
      @Nullable List<SeatId> assignees,
      @Nullable IssuePatch facets) {
    return new IssueCommand.EditIssue(
        id, null, title, null, null, null, assignees, false, null, facets);
  }

  private static IssuePatch facets(Random random, String word) {
    return switch (random.nextInt(3)) {
      case 0 -> new IssuePatch(null, null, List.of("label " + word), null, null, null);
      case 1 -> new IssuePatch(IssueType.QUESTION, null, null, null, null, null);
      default ->
          new IssuePatch(
              null, null, null, null, List.of(new ChecklistItem("Do " + word, false)), null);
    };
  }

  /** To another issue, or to an entry as evidence. */
  private static Command related(Random random, String id, Workspace w) {
    List<Ref> issues =
        w.issues().byId().values().stream()
            .map(i -> i.ref())
            .sorted(Comparator.comparing(Ref::id))
            .toList();
    List<Ref> entries =
        w.entries().byId().keySet().stream().sorted().map(e -> Ref.to(Ref.Kind.ENTRY, e)).toList();
    boolean evidence = random.nextInt(3) == 0 && !entries.isEmpty();
    List<Ref> some = evidence ? entries : issues;
    Relation.Kind kind =
        evidence
            ? Relation.Kind.EVIDENCED_BY
            : random.nextBoolean() ? Relation.Kind.RELATES : Relation.Kind.BLOCKS;
    Ref to = some.get(random.nextInt(some.size()));
    return new IssueCommand.RelateIssue(id, kind, to, random.nextInt(4) > 0);
  }
}
