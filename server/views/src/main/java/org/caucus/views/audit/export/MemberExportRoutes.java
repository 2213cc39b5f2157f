package org.caucus.views.audit.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.ViewAs;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.views.audit.AuditPresenter;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /record} and {@code /audit/export}: a member's own copy, of all or of the audit view. A
 * page of records is in memory at once.
 */
public final class MemberExportRoutes implements Routes {
  /** Records read at once. */
  private static final int PAGE = 64;

  private static final Logger LOG = LoggerFactory.getLogger(MemberExportRoutes.class);

  private final Rooms rooms;
  private final EventLog log;
  private final AuditSigningKey key;
  private final MemberExportLimits limits = new MemberExportLimits();

  /** Routes on these rooms and their log. */
  public MemberExportRoutes(Rooms rooms, EventLog log, AuditSigningKey key) {
    this.rooms = rooms;
    this.log = log;
    this.key = key;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("downloadMemberExport", this::record);
    operations.on("exportAuditEvents", this::audit);
  }

  private ApiResponse record(ApiRequest call) {
    return copy(call, MemberEvent.Export.RECORD, event -> true);
  }

  /** What can be checked offline like any copy, or a table for people. */
  private ApiResponse audit(ApiRequest call) {
    return call.query("format").filter("csv"::equals).isPresent()
        ? table(call)
        : copy(call, MemberEvent.Export.AUDIT, Capabilities::isAudited);
  }

  private ApiResponse table(ApiRequest call) {
    limits.take(call.workspace(), call.seat(), call.caller().person());
    try {
      Workspace now = noted(call, MemberEvent.Export.AUDIT);
      String name = now.members().slug() + "-audit.csv";
      Buffer table = Buffer.buffer(AuditPresenter.csv(now, call.seat()));
      return ApiResponse.file("text/csv; charset=utf-8", name, table);
    } finally {
      limits.giveBack(call.workspace(), call.caller().person());
    }
  }

  /** That a copy is taken is in the log before the first byte of it leaves. */
  private Workspace noted(ApiRequest call, MemberEvent.Export what) {
    if (ViewAs.of(call.seat()).isPresent()) {
      throw Refusal.forbidden(Message.of("a-copy-of-the-record-is"));
    }
    rooms.submit(call.workspace(), call.seat(), new MemberCommand.NoteExport(what), null).await();
    return rooms.read(call.workspace()).await();
  }

  private ApiResponse copy(ApiRequest call, MemberEvent.Export what, Predicate<Event> holds) {
    limits.take(call.workspace(), call.seat(), call.caller().person());
    try {
      Workspace now = noted(call, what);
      String name = what.name().toLowerCase(Locale.ROOT);
      MemberExportWriter file = new MemberExportWriter(now, call.seat(), call.at(), key);
      HttpServerResponse response =
          call.routing()
              .response()
              .setChunked(true)
              .putHeader("content-type", "application/jsonl")
              .putHeader(
                  "content-disposition",
                  "attachment; filename=\"" + now.members().slug() + "-" + name + ".jsonl\"")
              .putHeader("content-security-policy", "sandbox; default-src 'none'");
      MemberExportTimeout.USUAL.write(response, file.first());
      stream(now, call.seat(), file, response, holds);
      return ApiResponse.STREAMING;
    } finally {
      limits.giveBack(call.workspace(), call.caller().person());
    }
  }

  /** What breaks it off leaves a file without an end, which no check takes for a whole one. */
  private void stream(
      Workspace until,
      SeatId reader,
      MemberExportWriter file,
      HttpServerResponse response,
      Predicate<Event> holds) {
    WorkspaceId id = until.id();
    long last = until.sequence();
    try {
      LogTip at = LogTip.NONE;
      while (at.sequence() < last) {
        int limit = (int) Math.min(PAGE, last - at.sequence());
        var page = log.read(id, at.sequence(), at.hash(), limit).await();
        // asked anew for each page: a seat may end, and a thing be closed to it, while it reads
        Workspace now = rooms.read(id).await();
        now.access().mustBeActive(reader);
        StringBuilder lines = new StringBuilder();
        for (var record : page) {
          Commit commit = CommitCodec.read(record.sequence(), record.plain());
          List<Event> visible = now.visibleEvents(commit, reader).stream().filter(holds).toList();
          lines.append(visible.isEmpty() ? "" : file.line(now, commit, visible));
        }
        at = new LogTip(page.getLast().sequence(), page.getLast().hash());
        if (!lines.isEmpty()) {
          MemberExportTimeout.USUAL.write(response, lines.toString());
        }
      }
      response.end(file.last()).await();
    } catch (Exception e) {
      LOG.warn("a copy of the record was broken off: {}", e.getClass().getSimpleName());
      response.reset();
    }
  }
}
