package org.caucus.operator.migration.lists.jobs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.attachments.UploadedArchive;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.imports.ImportDecider;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * {@code /imports}: has the archive of a list brought in, says how far that is, and what became of
 * each letter. For the convenor who asked; nobody is mailed by it.
 */
public final class ImportRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final ImportJobs jobs;
  private final Uploads uploads;
  private final JobScheduler work;
  private final InstantSource clock;

  /** Routes on this floor; {@code work} is told of what is new. */
  public ImportRoutes(
      CommandBus<Workspace> floor,
      ImportJobs jobs,
      Uploads uploads,
      JobScheduler work,
      InstantSource clock) {
    this.floor = floor;
    this.jobs = jobs;
    this.uploads = uploads;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("createImport", this::begin);
    operations.on("listImports", this::list);
    operations.on("getImport", this::read);
    operations.on("listImportLetters", this::letters);
  }

  private ApiResponse begin(ApiRequest call) {
    WorkspaceId workspace = call.workspace();
    SeatId seat = call.seat();
    Workspace state = floor.read(workspace).await();
    String list = call.path("l");
    MailingList found = state.lists().opened(list).orElseThrow(Refusal::absent);
    state.access().mustRead(seat, found.scope());
    Audience audience =
        ImportDecider.audience(
            state, list, Audience.parse(call.body().getString("audience")), seat);
    IdempotencyKey key = call.key();
    String id = key == null ? RandomIds.random() : jobs.idOf(workspace, seat, key.value());
    String upload = call.body().getString("upload");
    ImportJob wish =
        new ImportJob(
            id,
            seat,
            list,
            audience,
            upload,
            "",
            LetterArchive.Kind.valueOf(
                call.body().getString("quoting", LetterArchive.Kind.MBOXRD.name())),
            call.body().getBoolean("trashed", false),
            clock.instant(),
            0,
            ImportJob.Course.WAITING);
    Optional<ImportJob> earlier = jobs.find(workspace, id);
    if (earlier.isPresent()) {
      return answer(call, wish, earlier.get());
    }
    UploadedArchive archive = uploads.archive(workspace, seat, upload);
    if (jobs.all(workspace).stream().anyMatch(j -> !j.isOver() && j.upload().equals(upload))) {
      throw Refusal.conflict(Message.of("this-archive-is-being-brought-in"));
    }
    ImportJob begun = jobs.begin(workspace, wish.of(archive.name()));
    Thread.startVirtualThread(work::look);
    return answer(call, wish, begun);
  }

  /** With what was begun under the same key, if it is what is asked for. */
  private static ApiResponse answer(ApiRequest call, ImportJob wish, ImportJob begun) {
    if (!begun.asksLike(wish)) {
      throw IdempotencyKey.usedForAnother();
    }
    return ApiResponse.json(201, shown(call, begun));
  }

  private ApiResponse list(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    List<JsonObject> shown =
        jobs.all(call.workspace()).stream()
            .filter(job -> isOf(job, call, state))
            .map(job -> shown(call, job))
            .toList();
    return ApiResponse.ok(new JsonObject().put("items", new JsonArray(shown)));
  }

  private ImportJob mine(ApiRequest call, Workspace state) {
    state.access().mustConvene(call.seat());
    return jobs.find(call.workspace(), call.path("id"))
        .filter(job -> isOf(job, call, state))
        .orElseThrow(Refusal::absent);
  }

  private static boolean isOf(ImportJob job, ApiRequest call, Workspace state) {
    return job.by().equals(call.seat())
        && state
            .lists()
            .list(job.list())
            .filter(list -> state.access().canRead(call.seat(), list.scope()))
            .isPresent();
  }

  private ApiResponse read(ApiRequest call) {
    return ApiResponse.ok(shown(call, mine(call, floor.read(call.workspace()).await())));
  }

  private static JsonObject shown(ApiRequest call, ImportJob job) {
    return told(call, job.show());
  }

  /** With why it failed, or was refused, in the language of the person who asks. */
  private static JsonObject told(ApiRequest call, JsonObject shown) {
    String why = shown.getString("why");
    return why == null ? shown : shown.put("why", call.told(why));
  }

  private ApiResponse letters(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    ImportJob job = mine(call, state);
    int page = call.query("page", 0);
    boolean bad = call.query("only").isPresent();
    JsonArray lines = jobs.letters(call.workspace(), job.id(), bad, page);
    for (int i = 0; i < lines.size(); i++) {
      JsonObject line = told(call, lines.getJsonObject(i));
      String thread = thread(state, call.seat(), line.getString("entry"));
      if (thread == null) {
        line.remove("entry");
      } else {
        line.put("thread", thread);
      }
    }
    JsonObject answer = new JsonObject().put("items", lines);
    boolean more = !jobs.letters(call.workspace(), job.id(), bad, page + 1).isEmpty();
    return ApiResponse.ok(more ? answer.put("next", page + 1) : answer);
  }

  /** Where a letter stands, if this seat reads it now. */
  private static @Nullable String thread(Workspace state, SeatId seat, @Nullable String id) {
    Optional<Entry> entry = id == null ? Optional.empty() : state.entries().find(id);
    Optional<Scope> scope = entry.flatMap(e -> state.scopeOf(Ref.to(Ref.Kind.ENTRY, e.id())));
    return entry.isPresent() && scope.isPresent() && state.access().canRead(seat, scope.get())
        ? entry.get().parent().id()
        : null;
  }
}
