package org.caucus.coalition.lists;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;

/**
 * {@code /threads}: reads a thread, answers in it, and says what it is called and where it stands.
 */
public final class ThreadRoutes implements Routes {
  /** Entries of a page unless stated. */
  private static final int PAGE = 500;

  private final CommandBus<? extends Lists.Held> floor;
  private final NewEntries entries;

  /** Routes on this floor. */
  public ThreadRoutes(CommandBus<? extends Lists.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getThread", this::read);
    operations.on("replyToThread", this::answer);
    operations.submit(200, "updateThread", floor, ThreadCommand.EditThread.class);
    operations.on("leaveConversation", this::leave);
    operations.submit(201, "moveThread", floor, ThreadCommand.MoveThread.class);
    operations.submit(201, "splitThread", floor, ThreadCommand.SplitThread.class);
    operations.submit(201, "mergeThread", floor, ThreadCommand.MergeThread.class);
    operations.submit(200, "undoThreadMerge", floor, ThreadCommand.UnmergeThread.class);
    operations.on("listThreadDestinations", this::destinations);
    operations.on("listMergeCandidates", this::candidates);
    operations.on("previewThreadSplit", this::foreseen);
  }

  private Lists.Held state(ApiRequest call) {
    return floor.read(call.workspace()).await();
  }

  private ApiResponse destinations(ApiRequest call) {
    Lists.Held state = state(call);
    Thread thread = ThreadMoveDecider.arranged(state, call.path("t"), call.seat());
    return ApiResponse.ok(
        new JsonObject()
            .put("items", ThreadDestinations.lists(state, thread, call.seat(), call::told)));
  }

  private ApiResponse candidates(ApiRequest call) {
    Lists.Held state = state(call);
    Thread thread = ThreadMoveDecider.arranged(state, call.path("t"), call.seat());
    String words = call.query("q").orElse("");
    return ApiResponse.ok(
        new JsonObject()
            .put(
                "items",
                ThreadDestinations.threads(state, thread, words, call.seat(), call::told)));
  }

  private ApiResponse foreseen(ApiRequest call) {
    Lists.Held state = state(call);
    Thread thread = ThreadMoveDecider.arranged(state, call.path("t"), call.seat());
    return ApiResponse.ok(ThreadDestinations.split(state, thread, call.path("id"), call.seat()));
  }

  private ApiResponse read(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    Thread thread = state.lists().thread(call.path("t")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), state.lists().scope(thread));
    Scope scope = state.lists().scope(thread);
    List<Entry> all = VisibleEntries.entries(state, thread.ref(), scope, call.seat());
    Paging.Slice<Entry> slice = Paging.slice(call, all, Entry::id, PAGE);
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject()
                .put("thread", ListPresenter.show(state, thread, call.seat()))
                .put("entries", VisibleEntries.show(state, slice.items(), scope, call.seat()))
                .put("position", state.positionFor(call.seat()))));
  }

  private ApiResponse leave(ApiRequest call) {
    ThreadCommand command = new ThreadCommand.LeaveConversation(call.path("t"));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private ApiResponse answer(ApiRequest call) {
    ListCommand command =
        new ListCommand.AnswerThread(
            call.path("t"), entries.post(call.workspace(), call.seat(), call.body()));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
