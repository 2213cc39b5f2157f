package org.caucus.workspace.templates;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.kernel.Ref;

/** An issue of civil society with a checklist of what to do first. */
record NewIssue(String tracker) implements TemplateStep {
  @Override
  public TemplateStep.Made in(TemplateStep.Filling f) {
    List<String> lines = f.all("checklist");
    List<ChecklistItem> checks = lines.stream().map(l -> new ChecklistItem(l, false)).toList();
    IssuePatch facets = new IssuePatch(null, null, null, null, checks, null);
    String title = f.say("issue");
    return new TemplateStep.Made(
        Ref.Kind.ISSUE,
        title,
        lines,
        Optional.empty(),
        Audience.civilSociety(),
        Optional.empty(),
        List.of(
            new IssueCommand.OpenIssue(
                tracker,
                title,
                f.say("issue.about"),
                "",
                List.of(),
                f.today().plusDays(14),
                Audience.civilSociety(),
                null,
                List.of(),
                facets,
                true)));
  }
}
