package org.caucus.e2e.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.e2e.worlds.Mailbag;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of {@code grid/audiences.txt} on every surface in its columns. A read of the contract
 * or a kind of letter that is not in {@code grid/surfaces.txt} is a failure: nothing shows people's
 * words unwatched.
 */
@Tag("slow")
class AudienceTableTest {
  private static final Path TABLE = Checkout.server("src/test/resources/grid/audiences.txt");
  private static final Path CONTRACT = Checkout.server("src/main/resources/openapi.yaml");

  private static final Path SURFACES = Checkout.server("src/test/resources/grid/surfaces.txt");
  private static final Pattern READS =
      Pattern.compile("(?m)^ {4}get:\\n(?: {6}[^\\n]*\\n){0,40}? {6}operationId: (\\w+)$");
  private static final Pattern WRITES_LETTERS =
      Pattern.compile("class (\\w+) implements Composer\\b");
  private static final Pattern TEST = Pattern.compile("[a-z0-9/]+/[A-Z]\\w*Test\\b");

  /** What can be done by the browser, and is refused where the workspace is closed. */
  private static final Set<String> DONE = Set.of("answer", "web", "relate", "edit");

  /** Those, and pages that stay as they were. */
  private static final Set<String> WHEN_CLOSED =
      Set.of(
          "answer",
          "web",
          "relate",
          "edit",
          "head",
          "said",
          "list",
          "activity",
          "stream",
          "export",
          "count",
          "audit",
          "table",
          "unread");

  @TempDir Path directory;
  private final List<String> wrong = new ArrayList<>();
  private int rows;
  private int cells;

  record Table(List<String> columns, List<List<String>> rows) {
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
      Mailbag mailbag = new Mailbag(installation.vault());
      surfaces.columns.putAll(new LaterSurfaces(given, mailbag, surfaces.searcher).columns());
      IssueFiles.watch(surfaces.columns);
      var places = new PlaceSurfaces(surfaces, new Acts(given)).columns();
      assertThat(table.columns().subList(4, table.columns().size()))
          .containsExactlyInAnyOrderElementsOf(surfaces.columns.keySet());
      for (List<String> row : table.rows()) {
        var watched = PlaceSurfaces.watches(thing(row)) ? places : surfaces.columns;
        check(watched, given, table.columns(), row, (column, cell) -> cell);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "audience table: %d rows, %d columns, %d cells, %d right%n",
        rows,
        table.columns().size() - 4,
        cells,
        cells - wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(rows).isGreaterThanOrEqualTo(2_392);
  }

  /** What is closed is read as before; who could do something there is refused, with the reason. */
  @Test
  void aClosedWorkspaceIsReadAsBeforeAndTakesNothing() throws IOException {
    Table table = Table.read();
    Given told = GridStory.told();
    Ref whole = ClosedPlaces.workspace(told.state().members());
    Given closed = told.and(new ClosingEvent.WorkspaceClosed(whole, Parties.AMINA));
    try (Installation installation = Installation.open(directory)) {
      Surfaces surfaces = new Surfaces(closed, installation.vault());
      surfaces.columns.keySet().retainAll(WHEN_CLOSED);
      for (List<String> row : table.rows()) {
        if (row.get(3).equals("before")) {
          check(
              surfaces.columns,
              closed,
              table.columns(),
              row,
              (column, cell) -> DONE.contains(column) && cell.equals("+") ? "x" : cell);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(3_000);
  }

  private void check(
      Map<String, BiFunction<Surfaces.Asked, Workspace, String>> watched,
      Given given,
      List<String> columns,
      List<String> row,
      BinaryOperator<String> expected) {
    rows++;
    var asked = new Surfaces.Asked(new SeatId(row.get(0)), thing(row), row.get(1));
    for (int i = 4; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!row.get(i).equals(".") && watched.containsKey(column)) {
        cells++;
        String right = expected.apply(column, row.get(i));
        String found = watched.get(column).apply(asked, given.state());
        if (!found.equals(right)) {
          wrong.add(row.subList(0, 4) + " " + column + ": " + found + " instead of " + right);
        }
      }
    }
  }

  private static Ref thing(List<String> row) {
    return Ref.to(
        Ref.Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
        GridStory.id(row.get(2), row.get(3), row.get(1)));
  }

  /** What each surface is watched by, by its name: columns, or "none:" and why not. */
  private static Map<String, String> surfaces() throws IOException {
    Map<String, String> watched = new TreeMap<>();
    for (String line : Files.readAllLines(SURFACES)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] parts = line.split(" +", 2);
        assertThat(watched.put(parts[0], parts[1])).as(parts[0]).isNull();
      }
    }
    return watched;
  }

  @Test
  void noSurfaceIsWithoutItsColumn() throws IOException {
    Set<String> there = new TreeSet<>(Set.of("feed", "calendar", "push"));
    READS.matcher(Files.readString(CONTRACT)).results().forEach(r -> there.add(r.group(1)));
    for (Path source : Checkout.sources("main")) {
      WRITES_LETTERS
          .matcher(Files.readString(source))
          .results()
          .forEach(r -> there.add(r.group(1)));
    }

    assertThat(surfaces().keySet())
        .as("what shows something: give it a column in %s, or say in %s why not", TABLE, SURFACES)
        .isEqualTo(there);
  }

  @Test
  void whatWatchesASurfaceIsThere() throws IOException {
    List<String> columns = Table.read().columns();
    surfaces()
        .forEach(
            (surface, by) -> {
              if (by.startsWith("none: ")) {
                TEST.matcher(by)
                    .results()
                    .forEach(t -> assertThat(Checkout.test(t.group())).exists());
              } else {
                assertThat(columns).as(surface).contains(by.split(" ", -1));
              }
            });
  }
}
