package org.caucus.coalition.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.instruments.cutting.PathQuery;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Finds the provision that the words of a thing seem to name: one and no other, or none. */
final class ProvisionSuggestion {
  /** Words that are longer are no path. */
  private static final int PATH_CHARS = 100;

  private final Instruments.Held state;
  private final SeatId reader;

  private ProvisionSuggestion(Instruments.Held state, SeatId reader) {
    this.state = state;
    this.reader = reader;
  }

  /** Of a thing that the reader can read. */
  static Optional<Hanging.Cited> of(Instruments.Held state, Ref on, SeatId reader) {
    ProvisionSuggestion suggestion = new ProvisionSuggestion(state, reader);
    return switch (on.kind()) {
      case ISSUE -> NamedByIssue.find(state, on.id()).flatMap(suggestion::find);
      case UPDATE -> NamedByUpdate.find(state, on.id()).flatMap(suggestion::find);
      default -> Optional.empty();
    };
  }

  /**
   * What a thing says of the provision that it is about.
   *
   * @param document of which text; empty if it does not say
   * @param path such as Part I 3(b)
   */
  record Named(String document, String path) {}

  private Optional<Hanging.Cited> find(Named named) {
    String words = named.path();
    if (words.isBlank() || words.length() > PATH_CHARS) {
      return Optional.empty();
    }
    List<Hanging.Cited> all =
        PathQuery.parse(words).stream()
            .flatMap(
                query ->
                    Hanging.readable(state, reader)
                        .filter(i -> isCalled(i, named.document()))
                        .flatMap(i -> in(i, query)))
            .limit(2)
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static boolean isCalled(Instrument instrument, String document) {
    if (document.isBlank()) {
      return true;
    }
    String wanted = document.strip().toLowerCase(Locale.ROOT);
    String title = instrument.title().toLowerCase(Locale.ROOT);
    return title.contains(wanted) || wanted.contains(title) || wanted.equals(instrument.id());
  }

  private static Stream<Hanging.Cited> in(Instrument instrument, PathQuery query) {
    Edition edition = instrument.shown();
    return ProvisionPath.in(edition, query).stream()
        .map(p -> new Hanging.Cited(instrument, edition, p));
  }
}
