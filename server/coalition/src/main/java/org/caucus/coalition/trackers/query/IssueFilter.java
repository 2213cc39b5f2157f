package org.caucus.coalition.trackers.query;

import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.kernel.Refusal;

/** Which issues somebody wants to see, as they write it. */
public final class IssueFilter {
  private IssueFilter() {}

  /**
   * Reads a filter.
   *
   * @throws Refusal naming {@code q}, and in its words the term that is not understood
   */
  public static Filter<IssueFilterFacts> parse(String text, FilterContext asker) {
    return Filter.parse(text, new IssueFilterTerms(asker));
  }
}
