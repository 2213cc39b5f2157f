package org.caucus.coalition.instruments;

import java.util.Optional;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Which provision an issue names in its own words. */
final class NamedByIssue {
  private NamedByIssue() {}

  static Optional<ProvisionSuggestion.Named> find(Instruments.Held state, String id) {
    return state.issues().find(id).map(NamedByIssue::of);
  }

  static Slices opened(Instruments.Held now, IssueEvent.IssueOpened event) {
    Citation cited = event.facets() == null ? null : event.facets().citation();
    return cited == null || cited.provision() == null
        ? now.slices()
        : cited(now, event.id(), cited.provision());
  }

  static Slices edited(Instruments.Held now, IssueEvent.IssueEdited event) {
    Citation cited = event.more() == null ? null : event.more().citation();
    return cited == null ? now.slices() : cited(now, event.id(), cited.provision());
  }

  private static Slices cited(Instruments.Held now, String issue, @Nullable String provision) {
    Ref on = Ref.to(Ref.Kind.ISSUE, issue);
    return now.slices().with(Instruments.SLICE, now.instruments().cited(on, provision));
  }

  private static ProvisionSuggestion.Named of(Issue issue) {
    Citation cited = issue.facets().citation();
    if (cited == null) {
      return new ProvisionSuggestion.Named("", issue.provision());
    }
    return cited.number().isBlank()
        ? new ProvisionSuggestion.Named(cited.document(), issue.provision())
        : new ProvisionSuggestion.Named(cited.document(), cited.part() + " " + cited.number());
  }
}
