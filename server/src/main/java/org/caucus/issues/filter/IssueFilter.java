package org.caucus.issues.filter;

import org.caucus.command.Refusal;
import org.caucus.filters.Filter;
import org.caucus.filters.FilterContext;

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
