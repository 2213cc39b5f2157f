package org.caucus.coalition.polls;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** A poll. Its readers stay those it was opened for: what they answered was said to them. */
record PollItem(Poll poll, Scope scope, List<SeatId> assignees) implements Item {
  static PollItem of(Members.Held now, Poll poll) {
    SeatId keeper = poll.keeper();
    List<SeatId> keepers = keeper == null ? List.of() : List.of(now.members().heir(keeper));
    return new PollItem(poll, poll.scope(now), keepers);
  }

  @Override
  public Ref ref() {
    return poll.ref();
  }

  @Override
  public String title() {
    return poll.asked().title();
  }

  @Override
  public SeatId author() {
    return poll.openedBy();
  }

  @Override
  public SeatId openedBy() {
    return poll.openedBy();
  }

  @Override
  public boolean isOpen() {
    return poll.isInHand();
  }

  @Override
  public boolean hasAudience() {
    return false;
  }

  @Override
  public String head(Predicate<Scope> reads) {
    return poll.state().name() + poll.asked().closes();
  }

  /** Answers and reasons are not found: they may be known to few. */
  @Override
  public Optional<SearchText> searchText() {
    String options =
        poll.asked().options().stream().map(Poll.Option::text).collect(Collectors.joining("\n"));
    Poll.Outcome outcome = poll.course().outcome();
    String text =
        poll.asked().description()
            + "\n"
            + options
            + (outcome == null ? "" : "\n" + outcome.text());
    return Optional.of(new SearchText(ref(), poll.openedAt(), title(), text, null, false));
  }
}
