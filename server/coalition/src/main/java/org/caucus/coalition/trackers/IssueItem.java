package org.caucus.coalition.trackers;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;

/** An issue. */
record IssueItem(Issue issue, Scope scope) implements Item {
  @Override
  public Ref ref() {
    return issue.ref();
  }

  @Override
  public String title() {
    return issue.label() + " " + issue.title();
  }

  @Override
  public String title(Language language) {
    return "[" + issue.label() + "] " + issue.title();
  }

  @Override
  public SeatId author() {
    return issue.openedBy();
  }

  @Override
  public List<SeatId> duties() {
    return issue.assignees();
  }

  @Override
  public SeatId openedBy() {
    return issue.openedBy();
  }

  @Override
  public boolean isOpen() {
    return !issue.state().closed();
  }

  @Override
  public String head(Predicate<Scope> reads) {
    return String.valueOf(issue.seenBy(reads, scope).version());
  }

  @Override
  public String place() {
    return issue.tracker();
  }

  @Override
  public Optional<SearchText> searchText() {
    String text = issue.description() + "\n" + issue.provision() + "\n" + issue.facets().words();
    String subject = issue.title() + " " + issue.label();
    return Optional.of(new SearchText(ref(), issue.openedAt(), subject, text, null, false));
  }
}
