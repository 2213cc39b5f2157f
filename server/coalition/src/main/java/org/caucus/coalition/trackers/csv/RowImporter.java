package org.caucus.coalition.trackers.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Makes the command of a row: a whole issue, or a refusal that names the field. Pure. */
record RowImporter(
    Tracker tracker, Members members, IssueCsvColumns columns, @Nullable Audience audience) {
  private static final int TITLE_CHARS = 250;
  private static final int DESCRIPTION_CHARS = 100_000;
  private static final int PROVISION_CHARS = 2_000;
  private static final int QUOTE_CHARS = 4_000;
  private static final int CITED_CHARS = 200;
  private static final int MAX_ASSIGNEES = 50;

  /** Nobody is told of it by mail: a table is many issues. */
  IssueCommand.BringIn command(CsvSheet.Row row) {
    Cell cell = new Cell(columns, row.cells());
    String given = cell.at("audience");
    String state = cell.at("state");
    return new IssueCommand.BringIn(
        new IssueCommand.OpenIssue(
            tracker.key(),
            title(cell.at(IssueCsvColumns.TITLE)),
            text(cell, "description", DESCRIPTION_CHARS),
            text(cell, "provision", PROVISION_CHARS),
            assignees(cell.at("assignees")),
            cell.at("due").isEmpty() ? null : day(cell.at("due")),
            given.isEmpty() ? audience : new AudienceCells(members).read(given),
            null,
            List.of(),
            facets(cell),
            true),
        state.isEmpty() ? null : state(state));
  }

  private record Cell(IssueCsvColumns columns, Map<String, String> cells) {
    /** What stands in the column that is this field; empty if there is none. */
    String at(String field) {
      return written(field).strip();
    }

    /** The same with the blanks around it, which mean something in a text. */
    String written(String field) {
      int column = columns.fields().indexOf(field);
      return column < 0 ? "" : cells.getOrDefault(columns.names().get(column), "");
    }
  }

  private static String title(String title) {
    if (title.isBlank() || title.length() > TITLE_CHARS) {
      throw Refusal.invalid(
          IssueCsvColumns.TITLE, Message.of("a-title-has-1-to-characters", "limit", TITLE_CHARS));
    }
    if (title.codePoints().anyMatch(RowImporter::turns)) {
      throw Refusal.invalid(IssueCsvColumns.TITLE, Message.of("a-title-is-one-line-without"));
    }
    return title;
  }

  /** Ends a line, cannot be written, or turns the direction of what follows. */
  private static boolean turns(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String text(Cell cell, String field, int most) {
    String text = cell.written(field);
    if (text.length() > most) {
      throw Refusal.invalid(field, Message.of("at-most-characters", "limit", most));
    }
    if (text.codePoints().anyMatch(RowImporter::isUnwritable)) {
      throw Refusal.invalid(field, Message.of("there-are-characters-in-it-that"));
    }
    return text;
  }

  private static boolean isUnwritable(int c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t')
        || Character.getType(c) == Character.SURROGATE;
  }

  private static LocalDate day(String words) {
    return IssuePatch.day(
        words.length() > 10 && words.charAt(10) == 'T' ? words.substring(0, 10) : words);
  }

  /** By id or by name, in any case; two of one name are told apart by their organisation. */
  private List<SeatId> assignees(String names) {
    SeatNames known = new SeatNames(members);
    List<String> parts =
        parts(names, SeatNames.BETWEEN).stream()
            // commas divide people, unless somebody is called so
            .flatMap(p -> known.called(p).isEmpty() ? parts(p, ",").stream() : Stream.of(p))
            .limit(MAX_ASSIGNEES + 1L)
            .toList();
    if (parts.size() > MAX_ASSIGNEES) {
      // before any is looked for: a cell may hold a hundred thousand
      throw Refusal.invalid("assignees", Message.of("at-most-people", "limit", MAX_ASSIGNEES));
    }
    List<SeatId> seats = new ArrayList<>();
    for (String name : parts) {
      seats.add(one("assignees", name, known));
    }
    return seats.stream().distinct().toList();
  }

  /**
   * The one who is called so.
   *
   * @throws Refusal naming the field
   */
  static SeatId one(String field, String name, SeatNames names) {
    List<Seat> called = names.called(name);
    if (called.size() != 1) {
      throw Refusal.invalid(
          field,
          called.isEmpty()
              ? Message.of("nobody-here-is-called", "name", shown(name))
              : Message.of("there-are-several-called-write-name", "name", shown(name)));
    }
    return called.getFirst().id();
  }

  private IssueState state(String words) {
    return tracker.arrangement().names().stream()
        .filter(n -> n.name().equalsIgnoreCase(words))
        .map(n -> n.state())
        .findFirst()
        .orElseGet(() -> oneOf("state", words, IssueState.values()));
  }

  private static <E extends Enum<E>> E oneOf(String field, String words, E[] known) {
    String name = words.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Arrays.stream(known)
        .filter(e -> e.name().equals(name))
        .findFirst()
        .or(() -> IssueCsvNames.constant(known, words))
        .orElseThrow(
            () ->
                Refusal.invalid(
                    field,
                    Message.of(
                        "is-none-of",
                        "word",
                        shown(words),
                        "known",
                        String.join(", ", Stream.of(known).map(E::name).toList()))));
  }

  private @Nullable IssuePatch facets(Cell cell) {
    String citation = cell.at("document") + cell.at("part") + cell.at("number") + cell.at("quote");
    List<CustomFieldValue> own =
        columns.fields().stream()
            .filter(f -> f.startsWith(IssueCsvColumns.OWN) && !cell.at(f).isEmpty())
            .map(f -> own(f.substring(IssueCsvColumns.OWN.length()), cell.at(f)))
            .toList();
    IssuePatch change =
        new IssuePatch(
            given(cell.at("type"), w -> oneOf("type", w, IssueType.values())),
            given(cell.at("priority"), w -> oneOf("priority", w, Priority.values())),
            given(cell.at("labels"), w -> parts(w, "[,;]")),
            citation.isEmpty() ? null : citation(cell),
            given(
                cell.at("checklist"),
                w -> parts(w, "\n").stream().map(RowImporter::check).toList()),
            own.isEmpty() ? null : own);
    return change.isNothing() ? null : change;
  }

  private CustomFieldValue own(String id, String written) {
    String value =
        tracker
            .arrangement()
            .field(id)
            .map(field -> field.spelt(written, members::slugOf))
            .orElse(written);
    return new CustomFieldValue(id, value);
  }

  private static Citation citation(Cell cell) {
    return new Citation(
        text(cell, "document", CITED_CHARS),
        text(cell, "part", CITED_CHARS),
        text(cell, "number", CITED_CHARS),
        text(cell, "quote", QUOTE_CHARS));
  }

  private static <T> @Nullable T given(String words, Function<String, T> read) {
    return Optional.of(words).filter(w -> !w.isEmpty()).map(read).orElse(null);
  }

  private static ChecklistItem check(String line) {
    String low = line.toLowerCase(Locale.ROOT);
    boolean marked = low.startsWith("[x]") || low.startsWith("[ ]");
    return new ChecklistItem(marked ? line.substring(3).strip() : line, low.startsWith("[x]"));
  }

  /** What stands between these marks, without what is empty. */
  static List<String> parts(String words, String between) {
    return Arrays.stream(words.split(between, -1))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static String shown(String words) {
    return words.substring(0, Math.min(words.length(), 60));
  }
}
