package org.caucus.coalition.instruments;

import java.util.Optional;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.fields.Citation;

/** Which provision an issue names in its own words. */
final class NamedByIssue {
  private NamedByIssue() {}

  static Optional<ProvisionSuggestion.Named> find(Instruments.Held state, String id) {
    return state.issues().find(id).map(NamedByIssue::of);
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
