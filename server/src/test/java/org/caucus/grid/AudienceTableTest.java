package org.caucus.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.log.Installation;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of {@code grid/audiences.txt} on every surface in its columns. A surface that appears
 * in the contract and has no column is a failure: nothing shows people's words unwatched.
 */
class AudienceTableTest {
  private static final Path TABLE = Path.of("src/test/resources/grid/audiences.txt");
  private static final Path CONTRACT = Path.of("src/main/resources/openapi.yaml");

  /** Surfaces that are not there yet, as their URLs would name them. */
  private static final List<String> ABSENT = List.of("webhook", "rss");

  @TempDir Path directory;
  private final List<String> wrong = new ArrayList<>();
  private int rows;
  private int cells;

  private record Table(List<String> columns, List<List<String>> rows) {
    static Table read() throws IOException {
      List<String> lines = Files.readAllLines(TABLE);
      List<String> columns = List.of();
      List<List<String>> rows = new ArrayList<>();
      for (String line : lines) {
        List<String> cells = Arrays.stream(line.strip().split(" +", -1)).toList();
        if (line.startsWith("# seat ")) {
          columns = cells.subList(1, cells.size());
        } else if (!line.startsWith("#") && !line.isBlank()) {
          rows.add(cells);
        }
      }
      return new Table(columns, rows);
    }
  }

  @Test
  void everyRowIsAsTheTableSaysOnEverySurface() throws IOException {
    Table table = Table.read();
    Given given = GridStory.told();
    try (Installation installation = Installation.open(directory)) {
      Surfaces surfaces = new Surfaces(given, installation.vault());
      assertThat(table.columns().subList(4, table.columns().size()))
          .containsExactlyInAnyOrderElementsOf(surfaces.columns.keySet());
      table.rows().forEach(row -> check(surfaces, given, table.columns(), row));
    }
    System.out.printf(
        Locale.ROOT,
        "audience table: %d rows, %d cells, %d right; not there yet: %s%n",
        rows,
        cells,
        cells - wrong.size(),
        String.join(", ", ABSENT));
    assertThat(wrong).isEmpty();
    assertThat(rows).isGreaterThanOrEqualTo(1_040);
  }

  private void check(Surfaces surfaces, Given given, List<String> columns, List<String> row) {
    rows++;
    Ref thing =
        Ref.to(
            Ref.Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
            GridStory.id(row.get(2), row.get(3), row.get(1)));
    var asked = new Surfaces.Asked(new SeatId(row.get(0)), thing, row.get(1));
    for (int i = 4; i < columns.size(); i++) {
      if (!row.get(i).equals(".")) {
        cells++;
        String found = surfaces.columns.get(columns.get(i)).apply(asked, given.state());
        if (!found.equals(row.get(i))) {
          wrong.add(
              row.subList(0, 4)
                  + " "
                  + columns.get(i)
                  + ": "
                  + found
                  + " instead of "
                  + row.get(i));
        }
      }
    }
  }

  @Test
  void noSurfaceOfTheContractIsWithoutItsColumn() throws IOException {
    List<String> unwatched = new ArrayList<>();
    Matcher path = Pattern.compile("(?m)^ {2}(/\\S+):$").matcher(Files.readString(CONTRACT));
    while (path.find()) {
      for (String part : path.group(1).split("[/.]", -1)) {
        if (ABSENT.stream().anyMatch(part::startsWith)) {
          unwatched.add(path.group(1));
        }
      }
    }
    assertThat(unwatched)
        .as("a surface that was not there: give it a column in %s", TABLE)
        .isEmpty();
  }
}
