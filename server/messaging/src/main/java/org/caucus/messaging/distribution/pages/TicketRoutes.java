package org.caucus.messaging.distribution.pages;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * {@code /w/{workspace}/{kind}/{ticket}}: the pages of one kind of ticket, which is all the proof
 * there is. Anyone who has the link need not be whom it was sent to, so a page says no more than it
 * must. Reading it changes nothing, so a mail scanner that follows links does no harm; only a
 * button acts, and then the page shows what is so now. A ticket that opens nothing is a page that
 * is not there.
 *
 * @param <T> what a ticket is for
 */
public abstract class TicketRoutes<T> implements Pages {
  private final String path;
  private final WorkspaceDirectory directory;
  private final Rooms rooms;

  /**
   * Pages for tickets of these rooms.
   *
   * @param kind what stands before the ticket in their address
   */
  public TicketRoutes(String kind, WorkspaceDirectory directory, Rooms rooms) {
    this.path = "/w/:workspace/" + kind + "/:ticket";
    this.directory = directory;
    this.rooms = rooms;
  }

  /**
   * What a link is about.
   *
   * @param of what its ticket is for
   */
  public record Asked<T>(WorkspaceId workspace, Workspace state, T of) {}

  /** What this ticket is for; empty if it was not made here, or opens nothing any more. */
  protected abstract Optional<T> open(String ticket, Workspace state);

  /** Answers with the page. */
  protected abstract void show(RoutingContext ctx, Asked<T> asked);

  /**
   * Does what was asked for with a button. A form sent as it stands, as scanners of mail do, asks
   * for nothing.
   */
  protected abstract void press(HttpServerRequest request, Asked<T> asked);

  @Override
  public final void mount(Router router) {
    router.get(path).handler(this::ask);
    router.post(path).handler(this::act);
  }

  @Override
  public final boolean isProof() {
    return true;
  }

  private void ask(RoutingContext ctx) {
    asked(ctx).ifPresentOrElse(asked -> show(ctx, asked), () -> ctx.fail(404));
  }

  private void act(RoutingContext ctx) {
    asked(ctx).ifPresent(asked -> press(ctx.request(), asked));
    ask(ctx);
  }

  private Optional<Asked<T>> asked(RoutingContext ctx) {
    Optional<WorkspaceId> workspace =
        directory.find(Objects.requireNonNull(ctx.pathParam("workspace"))).await();
    return workspace.flatMap(
        id -> {
          Workspace state = rooms.read(id).await();
          return open(Objects.requireNonNull(ctx.pathParam("ticket")), state)
              .map(of -> new Asked<>(id, state, of));
        });
  }

  /** Has it done in the name of a seat; {@link org.caucus.kernel.Refusal} if it may not be. */
  public final void submit(Asked<T> asked, SeatId seat, Command command) {
    rooms.submit(asked.workspace(), seat, command, null).await();
  }

  /** A button, in HTML. */
  public static String button(String name, String value, String words) {
    return "<form method=\"post\"><button name=\"%s\" value=\"%s\">%s</button></form>"
        .formatted(name, value, words);
  }

  /**
   * A link into the workspace, for the person who sits there, in HTML.
   *
   * @param page where to, below the workspace
   */
  public static String wayIn(Workspace state, String page, String words) {
    return "<p><a href=\"/w/%s/%s\">%s</a></p>"
        .formatted(PlainPage.text(state.members().slug()), page, words);
  }
}
