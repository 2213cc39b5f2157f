package org.caucus.relay;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.lists.MailingList;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Directory;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/**
 * {@code /w/{workspace}/unsubscribe/{ticket}}: where List-Unsubscribe leads (RFC 2369) and what
 * mail programs post to (RFC 8058). Reading the page changes nothing; only the button does, and it
 * can be taken back at the same place.
 */
public final class UnsubscribeRoutes implements Pages {
  private static final String PATH = "/w/:workspace/unsubscribe/:ticket";

  private final Directory directory;
  private final Rooms rooms;
  private final Unsubscribe unsubscribe;

  /** Pages for tickets of these rooms. */
  public UnsubscribeRoutes(Directory directory, Rooms rooms, Unsubscribe unsubscribe) {
    this.directory = directory;
    this.rooms = rooms;
    this.unsubscribe = unsubscribe;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(this::ask);
    router.post(PATH).handler(this::act);
  }

  @Override
  public boolean isProof() {
    return true;
  }

  private record Asked(WorkspaceId workspace, Workspace state, Unsubscribe.Subscription what) {
    String name() {
      return what.list().isEmpty()
          ? "notices from " + state.members().name()
          : "the list "
              + state.lists().list(what.list()).map(MailingList::name).orElse(what.list());
    }

    boolean stopped() {
      return state.lists().delivery(what.seat(), what.list()) == Delivery.NONE;
    }
  }

  private Optional<Asked> asked(RoutingContext ctx) {
    Optional<WorkspaceId> workspace =
        directory.find(Objects.requireNonNull(ctx.pathParam("workspace"))).await();
    return workspace.flatMap(
        id -> {
          Workspace state = rooms.read(id).await();
          return unsubscribe
              .open(Objects.requireNonNull(ctx.pathParam("ticket")), state)
              .map(what -> new Asked(id, state, what));
        });
  }

  private void ask(RoutingContext ctx) {
    asked(ctx).ifPresentOrElse(asked -> show(ctx, asked), () -> ctx.fail(404));
  }

  private void act(RoutingContext ctx) {
    Optional<Asked> asked = asked(ctx);
    if (asked.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Optional<Delivery> wish = wish(ctx.request());
    if (wish.isEmpty()) {
      ask(ctx);
      return;
    }
    rooms
        .submit(
            asked.get().workspace(),
            asked.get().what().seat(),
            new ListCommand.SetDelivery(asked.get().what().list(), wish.get()),
            null)
        .await();
    ask(ctx);
  }

  /**
   * A button that was pressed, or a mail program's one click (RFC 8058 section 3.1). A form sent as
   * it stands, as scanners of mail do, wishes nothing.
   */
  private static Optional<Delivery> wish(HttpServerRequest request) {
    String mode = request.getFormAttribute("mode");
    if ("EACH".equals(mode)) {
      return Optional.of(Delivery.EACH);
    }
    boolean stop =
        "NONE".equals(mode) || "One-Click".equals(request.getFormAttribute("List-Unsubscribe"));
    return stop ? Optional.of(Delivery.NONE) : Optional.empty();
  }

  private static void show(RoutingContext ctx, Asked asked) {
    String name = PlainPage.text(asked.name());
    if (asked.stopped()) {
      PlainPage.page(
          ctx,
          "Mail is stopped",
          "<p>You get no mail from <bdi>"
              + name
              + "</bdi>. Everything stays readable in the browser.</p><form method=\"post\"><button"
              + " name=\"mode\" value=\"EACH\">Send it to me again</button></form>");
    } else {
      PlainPage.page(
          ctx,
          "Stop this mail?",
          "<p>You get mail from <bdi>"
              + name
              + "</bdi>. Others are not told if you stop it.</p><form method=\"post\"><button"
              + " name=\"mode\" value=\"NONE\">Stop this mail</button></form>");
    }
  }
}
