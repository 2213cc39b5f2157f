package org.caucus.coalition.polls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/** {@code /polls}: what is asked, answers, the end, the outcome. */
public final class PollRoutes implements Routes {
  private final CommandBus<? extends Polls.Held> floor;
  private final NewEntries entries;

  /** Routes on this floor. */
  public PollRoutes(CommandBus<? extends Polls.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listPolls", this::list);
    operations.on("openPoll", call -> act(call, 201, PollRequest.open(call.body())));
    operations.on("getPoll", this::read);
    operations.on(
        "castBallot", call -> act(call, 201, PollRequest.ballot(call.path("id"), call.body())));
    operations.on("resolveObjection", this::resolve);
    operations.on("extendPoll", this::extend);
    operations.on("closePoll", call -> act(call, 200, new PollCommand.ClosePoll(call.path("id"))));
    operations.on(
        "decidePoll", call -> act(call, 200, PollRequest.decide(call.path("id"), call.body())));
    operations.on(
        "reviewPoll", call -> act(call, 200, PollRequest.review(call.path("id"), call.body())));
    operations.on("verifyReceipt", this::verify);
    operations.on("exportPoll", this::export);
    operations.on(
        "commentOnPoll",
        call ->
            act(
                call,
                201,
                new PollCommand.CommentPoll(
                    call.path("id"), entries.post(call.workspace(), call.seat(), call.body()))));
  }

  private ApiResponse act(ApiRequest call, int status, Command command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }

  private ApiResponse list(ApiRequest call) {
    Polls.Held state = floor.read(call.workspace()).await();
    Optional<String> wanted = call.query("state");
    List<Poll> all =
        PollPresenter.all(state, call.seat()).stream()
            .filter(p -> wanted.isEmpty() || wanted.get().equals(p.state().name()))
            .filter(on(state, call))
            .toList();
    Paging.Slice<Poll> slice = Paging.slice(call, all, Poll::id, Paging.DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    slice.items().forEach(p -> items.add(PollPresenter.show(state, p, call.seat())));
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  /** Those that hang on the thing that is asked for, by any name that the reader knows it by. */
  private static Predicate<Poll> on(Polls.Held state, ApiRequest call) {
    return call.query("on")
        .<Predicate<Poll>>map(
            named -> {
              Optional<Ref> thing =
                  state.item(PollRequest.thing(named), call.seat()).map(Item::ref);
              return poll -> poll.on() != null && thing.equals(Optional.of(poll.on()));
            })
        .orElse(poll -> true);
  }

  private ApiResponse read(ApiRequest call) {
    Polls.Held state = floor.read(call.workspace()).await();
    Poll poll = state.mustReadPoll(call.path("id"), call.seat());
    Scope scope = poll.scope(state);
    Paging.Slice<Entry> said =
        Paging.last(
            call,
            VisibleEntries.entries(state, poll.ref(), scope, call.seat()),
            Entry::id,
            Paging.DEFAULT_LIMIT);
    return ApiResponse.ok(
        said.goOn(
            PollPresenter.whole(state, poll, call.seat(), call.at())
                .put("entries", VisibleEntries.show(state, said.items(), scope, call.seat()))));
  }

  private ApiResponse resolve(ApiRequest call) {
    return act(
        call,
        200,
        new BallotCommand.ResolveObjection(
            call.path("id"), call.path("ballot"), call.body().getString("note", "")));
  }

  private ApiResponse extend(ApiRequest call) {
    return act(
        call,
        200,
        new PollCommand.ExtendPoll(
            call.path("id"), PollRequest.instant("closes", call.body().getString("closes"))));
  }

  /** A receipt of what is hidden is looked up for its own voice alone. */
  private ApiResponse verify(ApiRequest call) {
    Polls.Held state = floor.read(call.workspace()).await();
    Poll poll = state.mustReadPoll(call.path("id"), call.seat());
    String receipt = call.body().getString("receipt");
    Optional<Ballot> found =
        poll.ballots().stream()
            .filter(b -> !poll.hides() || Electorate.isOwn(state, poll, b, call.seat()))
            .filter(b -> Receipt.isOf(poll, b, receipt))
            .findFirst();
    JsonObject answer = new JsonObject().put("found", found.isPresent());
    found.ifPresent(
        b ->
            answer
                .put("ballot", BallotPresenter.show(state, poll, b, call.seat()))
                .put("stands", Electorate.standing(state, poll).containsValue(b)));
    return ApiResponse.ok(answer);
  }

  /** That a copy is taken is in the log before the first byte of it leaves. */
  private ApiResponse export(ApiRequest call) {
    if (ViewAs.of(call.seat()).isPresent()) {
      throw Refusal.forbidden(Message.of("a-copy-is-of-what-one"));
    }
    Polls.Held state = floor.read(call.workspace()).await();
    Poll poll = state.mustReadPoll(call.path("id"), call.seat());
    ApiResponse copy = PollExport.of(state, poll, call.query("format").orElse("csv"));
    var noted = new MemberCommand.NoteExport(MemberEvent.Export.POLL);
    floor.submit(call.workspace(), call.seat(), noted, null).await();
    return copy;
  }
}
