package org.caucus.coalition.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/** {@code /lists}: opens lists, shows their threads, starts a thread. */
public final class ListRoutes implements Routes {
  private final CommandBus<? extends Lists.Held> floor;
  private final NewEntries entries;
  private final AddressRegistry addresses;

  /** Routes on this floor; a new list claims its address. */
  public ListRoutes(
      CommandBus<? extends Lists.Held> floor, AddressRegistry addresses, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("createMailingList", this::open);
    operations.submit(201, "updateMailingList", floor, ListCommand.DescribeList.class);
    operations.on("listThreads", this::threads);
    operations.on("createThread", this::start);
  }

  private ApiResponse open(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    String slug = call.body().getString("slug");
    ListCommand command =
        new ListCommand.OpenList(
            slug,
            call.body().getString("name"),
            call.body().getString("description", ""),
            slug,
            Audience.parse(call.body().getString("audience")));
    call.ask(floor, command).await(); // what is refused takes no address
    addresses.claim(slug, call.workspace(), Ref.to(Ref.Kind.LIST, slug)).await();
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private ApiResponse threads(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    MailingList list = state.lists().list(call.path("l")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), list.scope());
    // sorted whole, shown by the page
    Paging.Slice<Thread> slice =
        Paging.slice(
            call,
            ListPresenter.threads(state, list, call.seat()),
            Thread::id,
            Paging.DEFAULT_LIMIT);
    JsonArray shown = new JsonArray();
    slice.items().forEach(t -> shown.add(ListPresenter.show(state, t, call.seat())));
    JsonObject page = new JsonObject().put("items", shown);
    JsonArray left = ListPresenter.left(state, list, call.seat());
    if (!left.isEmpty()) {
      page.put("left", left);
    }
    return ApiResponse.ok(slice.goOn(page));
  }

  private ApiResponse start(ApiRequest call) {
    ListCommand command =
        new ListCommand.StartThread(
            call.path("l"),
            call.body().getString("subject"),
            entries.post(call.workspace(), call.seat(), call.body()));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
