package org.caucus.coalition.updates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** An update. */
record UpdateItem(Update update) implements Item {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("weekly");

  @Override
  public Ref ref() {
    return update.ref();
  }

  @Override
  public Scope scope() {
    return update.scope();
  }

  @Override
  public String title() {
    return update.title();
  }

  /** With what sort of update it is, how far the company is with it, and how it may be quoted. */
  @Override
  public String title(Language language) {
    return PHRASES.say(
        language,
        "titled",
        Map.of(
            "title", update.title(),
            "kind", EnumNames.within(language, update.kind()),
            "stage", EnumNames.within(language, update.stage()),
            "attribution", EnumNames.within(language, update.attribution())));
  }

  @Override
  public SeatId author() {
    return update.seat();
  }

  @Override
  public List<SeatId> assignees() {
    return update.keeper() == null ? List.of() : List.of(update.keeper());
  }

  @Override
  public SeatId openedBy() {
    return update.seat();
  }

  @Override
  public String head(Predicate<Scope> reads) {
    return String.valueOf(update.seenBy(reads).number());
  }

  @Override
  public Optional<String> text() {
    return Optional.of(update.body());
  }

  @Override
  public String place() {
    return update.company();
  }

  @Override
  public Optional<SearchText> searchText() {
    String provision = update.particulars().provision();
    String text = provision == null ? update.body() : update.body() + "\n" + provision;
    return Optional.of(
        new SearchText(ref(), update.at(), title(), text, null, update.letter() != null));
  }
}
