package org.caucus.coalition.reviews;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.instruments.Placed;
import org.caucus.kernel.SeatId;
import org.caucus.platform.csv.CsvWriter;
import org.jspecify.annotations.Nullable;

/**
 * Which organisation thinks what of which provision, as one reader can read it. What they cannot
 * read is a place without an answer.
 *
 * @param rows one for each provision
 * @param organisations who is asked
 */
record Matrix(ReadableReview readable, List<Row> rows, List<String> organisations) {
  /**
   * What is thought of a provision.
   *
   * @param cells by organisation, in its order
   */
  record Row(Placed placed, Map<String, ReadableReview.Cell> cells, Map<Stance, Integer> counts) {
    private static Row of(ReadableReview readable, Placed placed, List<String> organisations) {
      Map<String, ReadableReview.Cell> cells = new LinkedHashMap<>();
      Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
      for (Stance stance : Stance.values()) {
        counts.put(stance, 0);
      }
      for (String organisation : organisations) {
        Optional<ReadableReview.Cell> cell =
            Optional.ofNullable(placed.provision()).flatMap(p -> readable.cell(organisation, p));
        cell.ifPresent(
            c -> {
              cells.put(organisation, c);
              counts.merge(c.position().stance(), 1, Integer::sum);
            });
      }
      return new Row(placed, cells, counts);
    }

    private int opposed() {
      return counts.getOrDefault(Stance.OPPOSE, 0);
    }

    private int doubted() {
      return counts.getOrDefault(Stance.AMEND, 0) + counts.getOrDefault(Stance.CONCERN, 0);
    }
  }

  /** The order of the rows. */
  private static final Comparator<Row> MOST_OPPOSED =
      Comparator.comparingInt(Row::opposed).thenComparingInt(Row::doubted).reversed();

  /**
   * Of a review, as this reader can read it.
   *
   * @param side null for both
   * @param byOpposition the most opposed first; false for the order of the text
   */
  static Matrix of(
      Reviews.Held state, Review review, SeatId reader, @Nullable Side side, boolean byOpposition) {
    ReadableReview readable = ReadableReview.of(state, review, reader);
    List<String> organisations =
        review.terms().organisations().stream()
            .filter(o -> side == null || side == sideOf(state, o))
            .toList();
    Stream<Row> rows =
        review.provisions(state).stream().map(p -> Row.of(readable, p, organisations));
    return new Matrix(
        readable, (byOpposition ? rows.sorted(MOST_OPPOSED) : rows).toList(), organisations);
  }

  private static @Nullable Side sideOf(Reviews.Held state, String organisation) {
    Organisation party = state.members().organisations().get(organisation);
    return party == null ? null : party.side();
  }

  /** As the API has it. */
  JsonObject json() {
    JsonArray provisions = new JsonArray();
    JsonArray cells = new JsonArray();
    for (Row row : rows) {
      provisions.add(provision(row));
      row.cells().values().forEach(cell -> cells.add(cell(row.placed(), cell)));
    }
    return new JsonObject()
        .put("provisions", provisions)
        .put("organisations", new JsonArray(organisations))
        .put("cells", cells)
        .put("coverage", ReviewPresenter.coverage(readable.coverage()));
  }

  private static JsonObject provision(Row row) {
    return new JsonObject()
        .put("id", row.placed().provision())
        .put("path", row.placed().path())
        .put("label", row.placed().label())
        .put("heading", row.placed().heading())
        .put("counts", counts(row.counts()));
  }

  static JsonObject counts(Map<Stance, Integer> counts) {
    JsonObject shown = new JsonObject();
    counts.forEach((stance, many) -> shown.put(stance.name(), many));
    return shown;
  }

  private static JsonObject cell(Placed placed, ReadableReview.Cell cell) {
    Position position = cell.position();
    JsonObject shown =
        new JsonObject()
            .put("provision", placed.provision())
            .put("organisation", position.organisation())
            .put("stance", position.stance().name());
    if (cell.isRest()) {
      shown.put("rest", true);
    }
    if (!position.reason().isEmpty()) {
      shown.put("reason", position.reason());
    }
    return position.words() == null ? shown : shown.put("words", position.words());
  }

  /** As a table: a row for each provision, a column for each organisation. */
  String csv(Reviews.Held state) {
    StringBuilder out = new StringBuilder(CsvWriter.MARK);
    List<String> head = new ArrayList<>(List.of("provision", "heading"));
    Stream.of(Stance.values()).map(Matrix::word).forEach(head::add);
    organisations.forEach(o -> head.add(state.members().called(o)));
    out.append(CsvWriter.row(head));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.placed().label(), row.placed().heading()));
      row.counts().values().forEach(many -> cells.add(String.valueOf(many)));
      organisations.forEach(o -> cells.add(text(row.cells().get(o))));
      out.append(CsvWriter.row(cells));
    }
    return out.toString();
  }

  private static String word(Stance stance) {
    return stance.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(ReadableReview.@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    Position position = cell.position();
    String reason = position.reason().isEmpty() ? "" : ": " + position.reason();
    String words = position.words() == null ? "" : "\n" + position.words();
    return word(position.stance()) + reason + words;
  }
}
