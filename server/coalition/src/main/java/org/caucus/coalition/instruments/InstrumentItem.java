package org.caucus.coalition.instruments;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** An instrument. It is its keeper's; its words are its issuer's. */
record InstrumentItem(Instrument instrument, List<SeatId> assignees) implements Item {
  static InstrumentItem of(Members.Held now, Instrument instrument) {
    SeatId keeper = instrument.keeper();
    return new InstrumentItem(
        instrument, keeper == null ? List.of() : List.of(now.members().heir(keeper)));
  }

  @Override
  public Ref ref() {
    return instrument.ref();
  }

  @Override
  public Scope scope() {
    return instrument.scope();
  }

  @Override
  public String title() {
    return instrument.title();
  }

  @Override
  public SeatId author() {
    return instrument.addedBy();
  }

  @Override
  public SeatId openedBy() {
    return instrument.addedBy();
  }

  @Override
  public List<SeatId> duties() {
    return assignees;
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public String head(Predicate<Scope> reads) {
    Instrument.Details about = instrument.about();
    return Stream.of(about.kind().name(), about.country(), about.issuer(), about.language())
            .map(String::valueOf)
            .collect(Collectors.joining("\0"))
        + instrument.editions().size()
        + instrument.editions().stream().filter(Edition::stands).count();
  }

  /** The words of the edition that is shown. */
  @Override
  public Optional<SearchText> searchText() {
    if (instrument.editions().isEmpty()) {
      return Optional.empty();
    }
    String issuer = instrument.about().issuer();
    String words =
        instrument.shown().placed().stream()
            .filter(Placed::canBeCited)
            .map(Placed::text)
            .collect(Collectors.joining());
    String text = issuer == null ? words : issuer + "\n" + words;
    return Optional.of(new SearchText(ref(), instrument.addedAt(), title(), text, null, false));
  }
}
