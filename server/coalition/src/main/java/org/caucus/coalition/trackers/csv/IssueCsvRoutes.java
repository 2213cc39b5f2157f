package org.caucus.coalition.trackers.csv;

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
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.query.IssueFilter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;
import org.jspecify.annotations.Nullable;

/** {@code /trackers/{key}/export} and {@code /imports}: issues out of a tracker, and into it. */
public final class IssueCsvRoutes implements Routes {
  /** Files that one seat takes out, or brings in, within an hour. */
  static final int PER_HOUR = 30;

  /** Rows that wait for the log at once: they share a commit's way to disk. */
  private static final int AT_ONCE = 50;

  private final CommandBus<? extends Issues.Held> floor;
  private final TokenBuckets taken =
      new TokenBuckets(
          InstantSource.system(), new TokenBuckets.Limit(PER_HOUR, Duration.ofHours(1)));
  private final TokenBuckets brought =
      new TokenBuckets(
          InstantSource.system(), new TokenBuckets.Limit(PER_HOUR, Duration.ofHours(1)));

  /** Routes on this floor. */
  public IssueCsvRoutes(CommandBus<? extends Issues.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("exportIssues", this::export);
    operations.on("previewIssueImport", call -> ApiResponse.ok(preview(call)));
    operations.on("importIssues", this::bring);
  }

  private static void mustBeFew(TokenBuckets counts, ApiRequest call) {
    long wait = counts.count(call.workspace().value() + call.seat().value());
    if (wait > 0) {
      throw new RateLimited(wait);
    }
  }

  /** That a copy is taken is in the log before the first byte of it leaves. */
  private ApiResponse export(ApiRequest call) {
    Issues.Held before = floor.read(call.workspace()).await();
    tracker(before, call);
    if (ViewAs.of(call.seat()).isPresent()) {
      throw Refusal.forbidden(Message.of("a-copy-is-of-what-one"));
    }
    IssueCsvExport.View view = view(before, call);
    mustBeFew(taken, call);
    var noted = new MemberCommand.NoteExport(MemberEvent.Export.ISSUES);
    floor.submit(call.workspace(), call.seat(), noted, null).await();
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = tracker(state, call);
    IssueCsvExport table = new IssueCsvExport(state, tracker, call.seat());
    List<Issue> issues = table.issues(view);
    String name = tracker.key().toLowerCase(Locale.ROOT) + "-issues";
    return call.query("format").filter("json"::equals).isPresent()
        ? ApiResponse.file(
            "application/json",
            name + ".json",
            Buffer.buffer(table.json(issues, call.at()).encodePrettily()))
        : ApiResponse.file(
            "text/csv; charset=utf-8",
            name + ".csv",
            Buffer.buffer(table.csv(issues, language(call))));
  }

  /** Which anyone who downloads it asks for, else their program's. */
  private static Language language(ApiRequest call) {
    return call.query("language").flatMap(Language::tagged).orElseGet(call::language);
  }

  private static IssueCsvExport.View view(Issues.Held state, ApiRequest call) {
    FilterContext asker = FilterContext.at(state.members(), call.seat(), call.at());
    return new IssueCsvExport.View(
        call.query("q").map(q -> IssueFilter.parse(q, asker)).orElse(Filter.all()),
        call.query("mine").filter("true"::equals).isPresent(),
        call.query("closed").filter("true"::equals).isPresent(),
        call.query("sort").orElse("usual"));
  }

  private static Tracker tracker(Issues.Held state, ApiRequest call) {
    Tracker tracker = state.issues().tracker(call.path("key")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), tracker.scope());
    return tracker;
  }

  private record Asked(IssueCsvColumns columns, List<ImportPreview.Row> rows) {}

  private Asked asked(ApiRequest call) {
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = tracker(state, call);
    state.access().mustPost(call.seat());
    JsonObject body = call.body();
    CsvSheet sheet = CsvSheet.read(body.getString("text"), body.getString("format").equals("json"));
    Map<String, String> said = new HashMap<>();
    JsonObject columns = body.getJsonObject("columns", new JsonObject());
    columns.fieldNames().forEach(name -> said.put(name, columns.getString(name)));
    IssueCsvColumns chosen = IssueCsvColumns.of(sheet.columns(), said, tracker.arrangement());
    String audience = body.getString("audience");
    RowImporter intake =
        new RowImporter(
            tracker, state.members(), chosen, audience == null ? null : Audience.parse(audience));
    return new Asked(chosen, ImportPreview.of(state, intake, sheet, call.seat(), call.at()));
  }

  private JsonObject preview(ApiRequest call) {
    Asked asked = asked(call);
    return ImportPreview.report(asked.columns(), asked.rows(), call::told);
  }

  /** Each row is opened whole or not at all, and says which. */
  private ApiResponse bring(ApiRequest call) {
    Asked asked = asked(call);
    asked.columns().mustHaveTitle();
    mustBeFew(brought, call);
    List<ImportPreview.Row> ended = new ArrayList<>();
    for (int from = 0; from < asked.rows().size(); from += AT_ONCE) {
      List<ImportPreview.Row> some =
          asked.rows().subList(from, Math.min(from + AT_ONCE, asked.rows().size()));
      List<Future<Committed>> under = some.stream().map(row -> submit(call, row)).toList();
      for (int i = 0; i < some.size(); i++) {
        ended.add(ended(some.get(i), under.get(i)));
      }
    }
    return ApiResponse.json(201, ImportPreview.report(asked.columns(), ended, call::told));
  }

  private Future<Committed> submit(ApiRequest call, ImportPreview.Row row) {
    return row.command() == null
        ? Future.succeededFuture()
        : call.submit(floor, row.command(), key(call, row.line()));
  }

  private static ImportPreview.Row ended(ImportPreview.Row row, Future<Committed> under) {
    if (row.command() == null) {
      return row;
    }
    try {
      return row.opened(under.await().thing());
    } catch (Refusal no) {
      return row.refused(no);
    }
  }

  /** Asked again under the same key, a row is opened once. */
  private static @Nullable IdempotencyKey key(ApiRequest call, int line) {
    IdempotencyKey key = call.key();
    return key == null ? null : key.ofLine(line);
  }
}
