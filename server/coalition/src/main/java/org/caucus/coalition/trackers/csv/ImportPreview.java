package org.caucus.coalition.trackers.csv;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueDecider;
import org.caucus.coalition.trackers.Issues;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.MessageJson;
import org.jspecify.annotations.Nullable;

/** What would become of each row of a table, and what did. */
final class ImportPreview {
  /** Stands for what is made only when it is done. */
  private static final String NOT_YET = "notyet";

  /** How a row ends. */
  enum State {
    /** It would be opened. */
    NEW,
    /** It was opened now. */
    OPENED,
    /** It cannot be, for the reason given; nothing of it was done. */
    REFUSED
  }

  /**
   * A row and its end.
   *
   * @param command what is asked for; null if nothing is
   * @param made id of the issue; empty until there is one
   * @param field what is wrong; empty if nothing is
   */
  record Row(
      int line,
      String title,
      State state,
      IssueCommand.@Nullable BringIn command,
      String made,
      String field,
      @Nullable Message why) {
    Row opened(String id) {
      return new Row(line, title, State.OPENED, command, id, "", null);
    }

    Row refused(Refusal no) {
      return new Row(
          line, title, State.REFUSED, null, "", no.field() == null ? "" : no.field(), no.message());
    }
  }

  private ImportPreview() {}

  /** Asks the decider about each, as if it were the only one. */
  static List<Row> of(
      Issues.Held state, RowImporter intake, CsvSheet sheet, SeatId seat, Instant at) {
    List<Row> rows = new ArrayList<>();
    CommandContext act = new CommandContext(NOT_YET, at, seat, NOT_YET, NOT_YET);
    for (CsvSheet.Row each : sheet.rows()) {
      Row row = new Row(each.line(), title(intake, each), State.NEW, null, "", "", null);
      try {
        IssueCommand.BringIn command = intake.command(each);
        IssueDecider.decide(state, command, act);
        rows.add(new Row(row.line(), row.title(), State.NEW, command, "", "", null));
      } catch (Refusal no) {
        rows.add(row.refused(no));
      }
    }
    return rows;
  }

  private static String title(RowImporter intake, CsvSheet.Row row) {
    int column = intake.columns().fields().indexOf(IssueCsvColumns.TITLE);
    String title =
        column < 0
            ? ""
            : row.cells().getOrDefault(intake.columns().names().get(column), "").strip();
    return title.substring(0, Math.min(title.length(), 250));
  }

  /**
   * As the API's {@code IssueTableReport}.
   *
   * @param told says why a row is refused in the language of the person who asks
   */
  static JsonObject report(
      IssueCsvColumns columns, List<Row> rows, Function<Message, String> told) {
    JsonObject counts = new JsonObject();
    for (State state : State.values()) {
      counts.put(state.name(), rows.stream().filter(r -> r.state() == state).count());
    }
    JsonArray shown = new JsonArray();
    rows.forEach(row -> shown.add(show(row, told)));
    return new JsonObject().put("columns", show(columns)).put("counts", counts).put("rows", shown);
  }

  private static JsonObject show(Row row, Function<Message, String> told) {
    JsonObject shown =
        new JsonObject()
            .put("line", row.line())
            .put("title", row.title())
            .put("state", row.state().name());
    if (!row.made().isEmpty()) {
      shown.put("id", row.made());
    }
    if (row.state() == State.REFUSED) {
      Message why = Objects.requireNonNull(row.why());
      MessageJson.put(shown, why).put("field", row.field()).put("why", told.apply(why));
    }
    return shown;
  }

  private static JsonArray show(IssueCsvColumns columns) {
    JsonArray shown = new JsonArray();
    for (int i = 0; i < columns.names().size(); i++) {
      shown.add(
          new JsonObject()
              .put("name", columns.names().get(i))
              .put("field", columns.fields().get(i)));
    }
    return shown;
  }
}
