package org.caucus.relay;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
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
import org.caucus.wishes.Way;
import org.caucus.wishes.Wish;
import org.caucus.words.Language;
import org.caucus.words.Phrases;
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

  private static final Phrases WORDS = Phrases.of("stopping");

  private final Directory directory;
  private final Rooms rooms;
  private final Unsubscribe unsubscribe;
  private final InstantSource clock;

  /** Pages for tickets of these rooms. */
  public UnsubscribeRoutes(
      Directory directory, Rooms rooms, Unsubscribe unsubscribe, InstantSource clock) {
    this.directory = directory;
    this.rooms = rooms;
    this.unsubscribe = unsubscribe;
    this.clock = clock;
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

  /**
   * What a link is about.
   *
   * @param until when it ends
   */
  private record Asked(
      WorkspaceId workspace, Workspace state, Unsubscribe.Subscription what, Instant until) {
    SeatId seat() {
      return what.seat();
    }
  }

  /**
   * What is stopped. Letters are passed on, and their links with them: of a thing it is not said
   * what it is called by now.
   */
  private static String name(Language language, Asked asked) {
    Workspace state = asked.state();
    return switch (asked.what().what()) {
      case Unsubscribe.What.Mail m when m.list().isEmpty() ->
          WORDS.say(language, "notices", bdi(BareLetter.called(state)));
      case Unsubscribe.What.Mail m ->
          WORDS.say(
              language,
              "list",
              bdi(
                  state
                      .lists()
                      .list(m.list())
                      .filter(list -> !BareLetter.isAskedFor(state, list.scope()))
                      .map(MailingList::name)
                      .orElse(m.list())));
      case Unsubscribe.What.Reason r -> WORDS.say(language, "why." + r.kind());
      case Unsubscribe.What.Thing t -> WORDS.say(language, "thing");
      case Unsubscribe.What.WeeklyLetter w -> WORDS.say(language, "weekly." + w.letter());
    };
  }

  private static String bdi(String text) {
    return "<bdi>" + PlainPage.text(text) + "</bdi>";
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

  private Optional<Asked> asked(RoutingContext ctx) {
    Optional<WorkspaceId> workspace =
        directory.find(Objects.requireNonNull(ctx.pathParam("workspace"))).await();
    return workspace.flatMap(
        id -> {
          Workspace state = rooms.read(id).await();
          String ticket = Objects.requireNonNull(ctx.pathParam("ticket"));
          return unsubscribe
              .open(ticket, state)
              .map(what -> new Asked(id, state, what, Instant.MAX))
              .or(
                  () ->
                      unsubscribe
                          .openRejoin(ticket, state)
                          .map(again -> new Asked(id, state, again.of(), again.until())));
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
    if (stop.isEmpty() || isOver(asked.get())) {
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

  private boolean isOver(Asked asked) {
    return !clock.instant().isBefore(asked.until());
  }

  private void show(RoutingContext ctx, Asked asked) {
    Language language = PlainPage.language(ctx);
    if (isOver(asked)) {
      ended(ctx, language, asked);
      return;
    }
    boolean stopped = stopped(asked);
    String said = stopped ? "stopped" : "ask";
    PlainPage.page(
        ctx,
        language,
        WORDS.say(language, said),
        "<p>"
            + WORDS.say(language, said + ".text", name(language, asked))
            + "</p><form method=\"post\"><button name=\"mode\" value=\""
            + (stopped ? "EACH" : "NONE")
            + "\">"
            + WORDS.say(language, stopped ? "stopped.undo" : "ask.do")
            + "</button></form>");
  }

  /** Whoever has the link need not be whose mail it is: what it was about is not said. */
  private static void ended(RoutingContext ctx, Language language, Asked asked) {
    ctx.response().setStatusCode(410);
    PlainPage.page(
        ctx,
        language,
        WORDS.say(language, "ended"),
        "<p>"
            + WORDS.say(language, "ended.text")
            + "</p><p><a href=\"/w/"
            + PlainPage.text(asked.state().members().slug())
            + "/my-mail\">"
            + WORDS.say(language, "ended.open")
            + "</a></p>");
  }
}
