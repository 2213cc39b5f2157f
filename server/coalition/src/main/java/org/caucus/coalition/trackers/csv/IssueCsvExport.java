package org.caucus.coalition.trackers.csv;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.query.IssueFilterFacts;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.csv.CsvWriter;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** The issues of a view as a file: those its reader can read at that moment. */
public final class IssueCsvExport {
  /** Issues of one file. */
  static final int MAX_ROWS = 20_000;

  private final Issues.Held state;
  private final Tracker tracker;
  private final SeatId reader;
  private final Map<SeatId, String> names = new HashMap<>();

  /**
   * Which of them, in which order.
   *
   * @param mine only those assigned to the reader
   * @param closed also those that are done or declined
   */
  public record View(Filter<IssueFilterFacts> filter, boolean mine, boolean closed, String sort) {
    /** All that there are. */
    public static final View ALL = new View(Filter.all(), false, true, "usual");
  }

  /** Of what this seat reads of a tracker, which it must be able to read itself. */
  public IssueCsvExport(Issues.Held state, Tracker tracker, SeatId reader) {
    this.state = state;
    this.tracker = tracker;
    this.reader = reader;
  }

  /** In the order of the view, which is that of the browser. */
  public List<Issue> issues(View view) {
    Predicate<Scope> reads = state.access().asked(reader);
    List<Issue> found =
        state.issues().of(tracker).stream()
            .filter(i -> reads.test(state.issues().scope(i)))
            .map(i -> i.seenBy(reads, state.issues().scope(i)))
            .filter(i -> view.closed() || !i.state().closed())
            .filter(i -> !view.mine() || i.assignees().contains(reader))
            .filter(view.filter()::test)
            .sorted(order(view.sort()))
            .toList();
    if (found.size() > MAX_ROWS) {
      throw Refusal.invalid("q", Message.of("a-file-has-at-most-issues", "limit", MAX_ROWS));
    }
    return found;
  }

  private static Comparator<Issue> order(String sort) {
    Comparator<Issue> newest = Comparator.comparing(Issue::openedAt).reversed();
    Comparator<Issue> due =
        Comparator.comparing(
            Issue::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
    return switch (sort) {
      case "due" -> due.thenComparing(newest);
      case "priority" ->
          Comparator.comparing((Issue i) -> i.facets().priority())
              .thenComparing(due)
              .thenComparing(newest);
      case "changed" -> Comparator.comparing(Issue::changedAt).reversed().thenComparing(newest);
      case "opened" -> newest;
      case "title" ->
          Comparator.comparing(Issue::title, String.CASE_INSENSITIVE_ORDER).thenComparing(newest);
      default -> Comparator.comparing(Issue::state).thenComparing(due).thenComparing(newest);
    };
  }

  /**
   * As comma-separated values, with names of columns that an import knows.
   *
   * @param language of these names, and of states, types, priorities and audiences
   */
  public String csv(List<Issue> issues, Language language) {
    IssueCsvNames words = new IssueCsvNames(language);
    List<String> columns = new ArrayList<>(List.of("label"));
    columns.addAll(IssueCsvColumns.KNOWN);
    columns.addAll(List.of("opened by", "opened", "changed", "closed"));
    List<String> heads = new ArrayList<>(columns.stream().map(words::column).toList());
    heads.addAll(words.own(heads, tracker.arrangement()));
    StringBuilder table = new StringBuilder(CsvWriter.MARK).append(CsvWriter.row(heads));
    issues.forEach(issue -> table.append(CsvWriter.row(cells(issue, words))));
    return table.toString();
  }

  private List<String> cells(Issue i, IssueCsvNames words) {
    Citation cited =
        Objects.requireNonNullElse(i.facets().citation(), new Citation("", "", "", ""));
    List<String> cells = new ArrayList<>(List.of(i.label(), i.title(), i.description()));
    cells.addAll(
        List.of(
            i.provision(),
            words.word(i.state()),
            words.word(i.facets().type()),
            words.word(i.facets().priority()),
            i.assignees().stream().map(this::name).collect(Collectors.joining("; ")),
            String.join("; ", i.facets().labels())));
    cells.addAll(List.of(text(i.due()), cited.document(), cited.part(), cited.number()));
    cells.add(cited.quote());
    cells.add(
        i.facets().checklist().stream()
            .map(IssueCsvExport::line)
            .collect(Collectors.joining("\n")));
    cells.addAll(List.of(audience(i, words), name(i.openedBy()), i.openedAt().toString()));
    cells.addAll(List.of(i.changedAt().toString(), text(i.closedAt())));
    for (CustomField field : tracker.arrangement().fields()) {
      cells.add(i.facets().own(field.id()).orElse(""));
    }
    return cells;
  }

  private String audience(Issue issue, IssueCsvNames words) {
    return new AudienceCells(state.members()).say(issue.audience(), words.language());
  }

  /** In words that an import takes for this seat and no other. */
  private String name(SeatId seat) {
    return names.computeIfAbsent(seat, new SeatNames(state.members())::of);
  }

  private static String line(ChecklistItem check) {
    return (check.done() ? "[x] " : "[ ] ") + check.text();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** As the API shows them, with the names of people beside their ids. */
  public JsonObject json(List<Issue> issues, Instant at) {
    JsonArray items = new JsonArray();
    for (Issue issue : issues) {
      JsonArray names = new JsonArray();
      issue.assignees().forEach(seat -> names.add(name(seat)));
      items.add(
          IssuePresenter.show(state, issue, reader)
              .put("assigneeNames", names)
              .put("openedByName", name(issue.openedBy())));
    }
    return new JsonObject()
        .put("tracker", tracker.key())
        .put("name", tracker.name())
        .put("exportedAt", at.toString())
        .put("items", items);
  }
}
