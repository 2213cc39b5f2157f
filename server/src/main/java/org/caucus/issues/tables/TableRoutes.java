package org.caucus.issues.tables;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.filters.Asker;
import org.caucus.filters.Filter;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.TooMany;
import org.caucus.issues.Issue;
import org.caucus.issues.Issues;
import org.caucus.issues.Tracker;
import org.caucus.issues.filter.IssueFilter;
import org.caucus.members.Audience;
import org.caucus.members.Look;
import org.caucus.members.MemberCommand;
import org.caucus.members.MemberEvent;
import org.caucus.rates.Counts;
import org.caucus.words.Language;
import org.jspecify.annotations.Nullable;

/** {@code /trackers/{key}/export} and {@code /imports}: issues out of a tracker, and into it. */
public final class TableRoutes implements Routes {
  /** Files that one seat takes out, or brings in, within an hour. */
  static final int PER_HOUR = 30;

  /** Rows that wait for the log at once: they share a commit's way to disk. */
  private static final int AT_ONCE = 50;

  private final Floor<? extends Issues.Held> floor;
  private final Counts taken =
      new Counts(InstantSource.system(), new Counts.Limit(PER_HOUR, Duration.ofHours(1)));
  private final Counts brought =
      new Counts(InstantSource.system(), new Counts.Limit(PER_HOUR, Duration.ofHours(1)));

  /** Routes on this floor. */
  public TableRoutes(Floor<? extends Issues.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("exportIssues", this::export);
    operations.on("previewImport", call -> Answer.ok(preview(call)));
    operations.on("importIssues", this::bring);
  }

  private static void mustBeFew(Counts counts, Call call) {
    long wait = counts.count(call.workspace().value() + call.seat().value());
    if (wait > 0) {
      throw new TooMany(wait);
    }
  }

  /** That a copy is taken is in the log before the first byte of it leaves. */
  private Answer export(Call call) {
    Issues.Held before = floor.read(call.workspace()).await();
    tracker(before, call);
    if (Look.of(call.seat()).isPresent()) {
      throw Refused.forbidden("A copy is of what one's own seat reads. Leave this view first.");
    }
    IssueTable.View view = view(before, call);
    mustBeFew(taken, call);
    var noted = new MemberCommand.NoteExport(MemberEvent.Export.ISSUES);
    floor.submit(call.workspace(), call.seat(), noted, null).await();
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = tracker(state, call);
    IssueTable table = new IssueTable(state, tracker, call.seat());
    List<Issue> issues = table.issues(view);
    String name = tracker.key().toLowerCase(Locale.ROOT) + "-issues";
    return call.query("format").filter("json"::equals).isPresent()
        ? Answer.file(
            "application/json",
            name + ".json",
            Buffer.buffer(table.json(issues, call.at()).encodePrettily()))
        : Answer.file(
            "text/csv; charset=utf-8",
            name + ".csv",
            Buffer.buffer(table.csv(issues, language(call))));
  }

  /** Which anyone who downloads it asks for, else their program's. */
  private static Language language(Call call) {
    return call.query("language").flatMap(Language::tagged).orElseGet(call::language);
  }

  private static IssueTable.View view(Issues.Held state, Call call) {
    Asker asker = Asker.at(state.members(), call.seat(), call.at());
    return new IssueTable.View(
        call.query("q").map(q -> IssueFilter.parse(q, asker)).orElse(Filter.all()),
        call.query("mine").filter("true"::equals).isPresent(),
        call.query("closed").filter("true"::equals).isPresent(),
        call.query("sort").orElse("usual"));
  }

  private static Tracker tracker(Issues.Held state, Call call) {
    Tracker tracker = state.issues().tracker(call.path("key")).orElseThrow(Refused::absent);
    state.access().mustRead(call.seat(), tracker.scope());
    return tracker;
  }

  private record Asked(Columns columns, List<Plan.Row> rows) {}

  private Asked asked(Call call) {
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = tracker(state, call);
    state.access().mustPost(call.seat());
    JsonObject body = call.body();
    Sheet sheet = Sheet.read(body.getString("text"), body.getString("format").equals("json"));
    Map<String, String> said = new HashMap<>();
    JsonObject columns = body.getJsonObject("columns", new JsonObject());
    columns.fieldNames().forEach(name -> said.put(name, columns.getString(name)));
    Columns chosen = Columns.of(sheet.columns(), said, tracker.arrangement());
    String audience = body.getString("audience");
    Intake intake =
        new Intake(
            tracker, state.members(), chosen, audience == null ? null : Audience.parse(audience));
    return new Asked(chosen, Plan.of(state, intake, sheet, call.seat(), call.at()));
  }

  private JsonObject preview(Call call) {
    Asked asked = asked(call);
    return Plan.report(asked.columns(), asked.rows(), call::told);
  }

  /** Each row is opened whole or not at all, and says which. */
  private Answer bring(Call call) {
    Asked asked = asked(call);
    asked.columns().mustHaveTitle();
    mustBeFew(brought, call);
    List<Plan.Row> ended = new ArrayList<>();
    for (int from = 0; from < asked.rows().size(); from += AT_ONCE) {
      List<Plan.Row> some =
          asked.rows().subList(from, Math.min(from + AT_ONCE, asked.rows().size()));
      List<Future<Committed>> under = some.stream().map(row -> submit(call, row)).toList();
      for (int i = 0; i < some.size(); i++) {
        ended.add(ended(some.get(i), under.get(i)));
      }
    }
    return Answer.json(201, Plan.report(asked.columns(), ended, call::told));
  }

  private Future<Committed> submit(Call call, Plan.Row row) {
    return row.command() == null
        ? Future.succeededFuture()
        : call.submit(floor, row.command(), key(call, row.line()));
  }

  private static Plan.Row ended(Plan.Row row, Future<Committed> under) {
    if (row.command() == null) {
      return row;
    }
    try {
      return row.opened(under.await().thing());
    } catch (Refused no) {
      return row.refused(no);
    }
  }

  /** Asked again under the same key, a row is opened once. */
  private static @Nullable Key key(Call call, int line) {
    Key key = call.key();
    return key == null ? null : key.ofLine(line);
  }
}
