package org.caucus.coalition.actions;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** An action. */
record ActionItem(Action action) implements Item {
  @Override
  public Ref ref() {
    return action.ref();
  }

  @Override
  public Scope scope() {
    return action.scope();
  }

  @Override
  public String title() {
    return action.title();
  }

  @Override
  public SeatId author() {
    return action.plannedBy();
  }

  @Override
  public List<SeatId> duties() {
    return List.of(action.owner());
  }

  @Override
  public boolean isOpen() {
    return !action.state().over();
  }

  @Override
  public String head(Predicate<Scope> reads) {
    return String.valueOf(action.seenBy(reads).version());
  }

  /** Its minutes are found beside it: they may be for others. */
  @Override
  public Optional<SearchText> searchText() {
    ActionDetails details = action.details();
    String text =
        Stream.concat(
                Stream.of(
                    action.description(),
                    action.place(),
                    action.outcome(),
                    details.agenda(),
                    details.channel(),
                    details.receipt()),
                details.replies().stream().map(ActionDetails.Reply::text))
            .collect(Collectors.joining("\n"));
    return Optional.of(new SearchText(ref(), action.plannedAt(), title(), text, null, false));
  }
}
