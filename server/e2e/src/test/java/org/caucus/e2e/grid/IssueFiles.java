package org.caucus.e2e.grid;

import java.util.Map;
import java.util.function.BiFunction;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.csv.IssueCsvExport;
import org.caucus.platform.i18n.Language;
import org.caucus.views.history.IssueChanges;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/** What a seat takes out of a tracker as a file, and reads of an issue's past. */
final class IssueFiles {
  private IssueFiles() {}

  /** Adds their columns. */
  static void watch(Map<String, BiFunction<Surfaces.Asked, Workspace, String>> columns) {
    columns.put("history", (a, w) -> inHistory(a, w) ? "+" : "-");
    columns.put("table", (a, w) -> inTable(a, w) ? "+" : "-");
  }

  /**
   * In either form of the file that this seat takes out; there is none where it reads no tracker.
   */
  private static boolean inTable(Surfaces.Asked a, Workspace w) {
    Tracker tracker = w.issues().tracker(issue(a, w).tracker()).orElseThrow();
    IssueCsvExport table = new IssueCsvExport(w, tracker, a.seat());
    var issues = table.issues(IssueCsvExport.View.ALL);
    return w.access().canRead(a.seat(), tracker.scope())
        && table.csv(issues, Language.ENGLISH).contains(title(a))
        && table.json(issues, View.NOW).encode().contains(title(a));
  }

  /** Whether its history has the title it was opened with: not for whom it was opened later. */
  private static boolean inHistory(Surfaces.Asked a, Workspace w) {
    return w.access().canRead(a.seat(), w.issues().scope(issue(a, w)))
        && IssueChanges.of(w, issue(a, w), a.seat()).toString().contains(title(a));
  }

  private static Issue issue(Surfaces.Asked a, Workspace w) {
    return w.issues().find(a.thing().id()).orElseThrow();
  }

  private static String title(Surfaces.Asked a) {
    return "Title " + a.thing().id();
  }
}
