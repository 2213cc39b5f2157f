package org.caucus.e2e.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * What somebody may try, each for every audience and every organisation: a verb that nothing in
 * {@code grid/audiences.txt} tries is a failure, named with the audience and the organisation.
 */
class VerbsTest {
  private static final Path VERBS = Checkout.server("src/test/resources/grid/verbs.txt");

  /** The verbs that were asked for; none is forgotten by taking its line out of the file. */
  private static final List<String> ASKED_FOR =
      List.of(
          "read",
          "list",
          "count",
          "search",
          "mention",
          "relate",
          "reply by web",
          "reply by mail, token",
          "without headers",
          "forwarded",
          "quoted",
          "attachment",
          "edit",
          "feed",
          "calendar",
          "export",
          "event stream",
          "digest",
          "after widening",
          "after narrowing",
          "after the seat ended",
          "after handover",
          "as a joiner, later");

  private final AudienceTableTest.Table table = AudienceTableTest.Table.read();
  private final Workspace workspace = GridStory.told().state();
  private final List<String> missing = new ArrayList<>();

  VerbsTest() throws IOException {}

  /** What tries each verb: "columns", "moments" or "seats", and which. */
  private static Map<String, List<String>> verbs() throws IOException {
    Map<String, List<String>> verbs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(VERBS)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] parts = line.split(" {2,}", 2);
        verbs.put(parts[0], Arrays.asList(parts[1].split(" ", -1)));
      }
    }
    return verbs;
  }

  private String organisation(String seat) {
    return workspace.members().seats().get(new SeatId(seat)).organisation();
  }

  private Set<String> organisations() {
    Set<String> all = new TreeSet<>();
    table.rows().forEach(row -> all.add(organisation(row.getFirst())));
    return all;
  }

  @Test
  void everyVerbIsTriedForEveryAudienceAndOrganisation() throws IOException {
    Map<String, List<String>> verbs = verbs();
    assertThat(List.copyOf(verbs.keySet())).isEqualTo(ASKED_FOR);
    assertThat(organisations()).hasSizeGreaterThanOrEqualTo(7);

    verbs.forEach(
        (verb, by) -> GridStory.AUDIENCES.keySet().forEach(audience -> tried(verb, by, audience)));

    assertThat(missing).isEmpty();
  }

  private void tried(String verb, List<String> by, String audience) {
    List<String> names = by.subList(1, by.size());
    switch (by.getFirst()) {
      case "columns" -> names.forEach(c -> assertThat(table.columns()).contains(c));
      case "moments" -> {
        if (names.contains("widened") && audience.equals("everyone")) {
          return; // there is nobody left to widen it to
        }
      }
      default -> {
        names.forEach(
            seat -> need(verb, audience, seat, row -> row.getFirst().equals(seat), by, names));
        return;
      }
    }
    organisations()
        .forEach(
            o -> need(verb, audience, o, r -> organisation(r.getFirst()).equals(o), by, names));
  }

  private void need(
      String verb,
      String audience,
      String who,
      Predicate<List<String>> whose,
      List<String> by,
      List<String> names) {
    if (table.rows().stream()
        .filter(row -> row.get(1).equals(audience) && whose.test(row))
        .noneMatch(row -> tries(row, by.getFirst(), names))) {
      missing.add(verb + ": " + audience + ", " + who);
    }
  }

  private boolean tries(List<String> row, String what, List<String> names) {
    return switch (what) {
      case "columns" ->
          names.stream().anyMatch(c -> !row.get(table.columns().indexOf(c)).equals("."));
      case "moments" -> names.contains(row.get(3));
      default -> true;
    };
  }

  @Test
  void everyColumnIsOfAVerbOrOneOfOurOwnAndTellsPeopleApart() throws IOException {
    Set<String> tried = new TreeSet<>(Set.of("wish"));
    verbs().values().stream()
        .filter(by -> by.getFirst().equals("columns"))
        .forEach(by -> tried.addAll(by.subList(1, by.size())));

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(table.columns().subList(4, table.columns().size()));
    for (String column : tried) {
      Set<String> signs = new TreeSet<>();
      table.rows().forEach(row -> signs.add(row.get(table.columns().indexOf(column))));
      signs.remove(".");
      assertThat(signs).as(column).hasSizeGreaterThan(1);
    }
  }
}
