package org.caucus.relay;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.lists.MailingList;
import org.caucus.lists.mail.Habits;
import org.caucus.lists.mail.Personal;
import org.caucus.log.WorkspaceId;
import org.caucus.relay.bare.BareLetter;
import org.caucus.wishes.Kind;
import org.caucus.wishes.Way;
import org.caucus.wishes.Wish;
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
    SeatId seat() {
      return what.seat();
    }
  }

  private static String name(Asked asked) {
    Workspace state = asked.state();
    return switch (asked.what().what()) {
      case Unsubscribe.What.Mail m ->
          m.list().isEmpty()
              ? "notices from " + state.members().name()
              : "the list " + state.lists().list(m.list()).map(MailingList::name).orElse(m.list());
      case Unsubscribe.What.Reason r -> "notices that come because " + because(r.kind());
      case Unsubscribe.What.Thing t -> "notices of " + title(state, t.of());
      case Unsubscribe.What.WeeklyLetter w ->
          switch (w.letter()) {
            case UPDATES -> "the weekly letter of what companies said";
            case ACTIVITY -> "the weekly letter of what happened";
          };
    };
  }

  private static boolean stopped(Asked asked) {
    Habits habits = asked.state().lists().habits();
    Personal personal = habits.now(asked.seat());
    return switch (asked.what().what()) {
      case Unsubscribe.What.Mail m ->
          asked.state().lists().delivery(asked.seat(), m.list()) == Delivery.NONE;
      case Unsubscribe.What.Reason r -> !personal.way(r.kind()).isMail();
      case Unsubscribe.What.Thing t -> habits.wish(asked.seat(), t.of()) == Wish.MUTE;
      case Unsubscribe.What.WeeklyLetter w -> !personal.weekly().contains(w.letter());
    };
  }

  /** What is asked for with a button. */
  private static ListCommand command(Asked asked, boolean stop) {
    Personal personal = asked.state().lists().habits().now(asked.seat());
    return switch (asked.what().what()) {
      case Unsubscribe.What.Mail m ->
          new ListCommand.SetDelivery(m.list(), stop ? Delivery.NONE : Delivery.EACH);
      case Unsubscribe.What.Reason r ->
          chosen(asked, personal.hearing(r.kind(), stop ? Way.WEB : Way.AT_ONCE));
      case Unsubscribe.What.Thing t ->
          new ListCommand.ChooseThing(t.of(), stop ? Wish.MUTE : Wish.USUAL);
      case Unsubscribe.What.WeeklyLetter w -> chosen(asked, personal.weekly(w.letter(), !stop));
    };
  }

  private static ListCommand chosen(Asked asked, Personal wished) {
    Delivery notices = asked.state().lists().habits().now(asked.seat(), "").mode();
    return new ListCommand.ChoosePersonalMail(wished, notices);
  }

  private static String because(Kind kind) {
    return switch (kind) {
      case DECISION -> "you may decide something";
      case ASSIGNED -> "something is yours to do";
      case NAMED -> "something was said to you by name";
      case REQUEST -> "something asks your organisation";
      case REPLY -> "something answers what you said or opened";
      case FOLLOWED -> "you take part in something";
      case NEW -> "something is new";
      case CARE -> "you are a convenor";
    };
  }

  /** What a thing is called; nothing of it where mail holds no words, for the link came by mail. */
  private static String title(Workspace state, Ref of) {
    boolean bare = state.scopeOf(of).filter(s -> BareLetter.isAskedFor(state, s)).isPresent();
    String title =
        bare
            ? ""
            : switch (of.kind()) {
              case ISSUE ->
                  state.issues().find(of.id()).map(i -> i.label() + " " + i.title()).orElse("");
              case UPDATE -> state.updates().find(of.id()).map(u -> u.title()).orElse("");
              case ACTION -> state.actions().find(of.id()).map(a -> a.title()).orElse("");
              default -> "";
            };
    return title.isEmpty() ? "one thing" : title;
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
    Optional<Boolean> stop = stop(ctx.request());
    if (stop.isEmpty()) {
      ask(ctx);
      return;
    }
    rooms
        .submit(asked.get().workspace(), asked.get().seat(), command(asked.get(), stop.get()), null)
        .await();
    ask(ctx);
  }

  /**
   * A button that was pressed, or a mail program's one click (RFC 8058 section 3.1). A form sent as
   * it stands, as scanners of mail do, wishes nothing.
   */
  private static Optional<Boolean> stop(HttpServerRequest request) {
    String mode = request.getFormAttribute("mode");
    if ("EACH".equals(mode)) {
      return Optional.of(false);
    }
    boolean stop =
        "NONE".equals(mode) || "One-Click".equals(request.getFormAttribute("List-Unsubscribe"));
    return stop ? Optional.of(true) : Optional.empty();
  }

  private static void show(RoutingContext ctx, Asked asked) {
    String name = PlainPage.text(name(asked));
    if (stopped(asked)) {
      PlainPage.page(
          ctx,
          "Mail is stopped",
          "<p>You get no mail of <bdi>"
              + name
              + "</bdi>. Everything stays readable in the browser.</p><form method=\"post\"><button"
              + " name=\"mode\" value=\"EACH\">Send it to me again</button></form>");
    } else {
      PlainPage.page(
          ctx,
          "Stop this mail?",
          "<p>You get mail of <bdi>"
              + name
              + "</bdi>. Others are not told if you stop it.</p><form method=\"post\"><button"
              + " name=\"mode\" value=\"NONE\">Stop this mail</button></form>");
    }
  }
}
