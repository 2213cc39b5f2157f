package org.caucus.messaging.distribution;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferences;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.http.PlainPage;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.pages.TicketRoutes;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * {@code /w/{workspace}/unsubscribe/{ticket}}: where List-Unsubscribe leads (RFC 2369) and what
 * mail programs post to (RFC 8058). It can be taken back at the same place.
 */
public final class UnsubscribeRoutes extends TicketRoutes<UnsubscribeRoutes.Link> {
  private static final MessageCatalogue WORDS = MessageCatalogue.of("stopping");

  private final Unsubscribe unsubscribe;
  private final InstantSource clock;

  /** Pages for tickets of these rooms. */
  public UnsubscribeRoutes(
      WorkspaceDirectory directory, Rooms rooms, Unsubscribe unsubscribe, InstantSource clock) {
    super("unsubscribe", directory, rooms);
    this.unsubscribe = unsubscribe;
    this.clock = clock;
  }

  /**
   * What a ticket is for.
   *
   * @param until when it ends
   */
  record Link(Unsubscribe.Subscription subscription, Instant until) {
    SeatId seat() {
      return subscription.seat();
    }

    Unsubscribe.What what() {
      return subscription.what();
    }
  }

  @Override
  protected Optional<Link> open(String ticket, Workspace state) {
    return unsubscribe
        .open(ticket, state)
        .map(what -> new Link(what, Instant.MAX))
        .or(
            () ->
                unsubscribe
                    .openRejoin(ticket, state)
                    .map(again -> new Link(again.of(), again.until())));
  }

  /**
   * What is stopped. Letters are passed on, and their links with them: of a thing it is not said
   * what it is called by now.
   */
  private static String name(Language language, Asked<Link> asked) {
    Workspace state = asked.state();
    return switch (asked.of().what()) {
      case Unsubscribe.What.Mail m when m.list().isEmpty() ->
          WORDS.say(language, "notices", Map.of("workspace", bdi(ContentFreeMail.called(state))));
      case Unsubscribe.What.Mail m ->
          WORDS.say(
              language,
              "list",
              Map.of(
                  "list",
                  bdi(
                      state
                          .lists()
                          .list(m.list())
                          .filter(list -> !ContentFreeMail.isAskedFor(state, list.scope()))
                          .map(MailingList::name)
                          .orElse(m.list()))));
      case Unsubscribe.What.Reason r -> WORDS.say(language, "why." + r.kind());
      case Unsubscribe.What.Thing t -> WORDS.say(language, "thing");
      case Unsubscribe.What.WeeklyLetter w -> WORDS.say(language, "weekly." + w.letter());
    };
  }

  private static String bdi(String text) {
    return "<bdi>" + PlainPage.text(text) + "</bdi>";
  }

  private static boolean stopped(Asked<Link> asked) {
    DeliveryPreferences habits = asked.state().lists().habits();
    PersonalMailSettings personal = habits.now(asked.of().seat());
    return switch (asked.of().what()) {
      case Unsubscribe.What.Mail m ->
          asked.state().lists().delivery(asked.of().seat(), m.list()) == Delivery.NONE;
      case Unsubscribe.What.Reason r -> !personal.way(r.kind()).isMail();
      case Unsubscribe.What.Thing t ->
          habits.wish(asked.of().seat(), t.of()) == ThreadPreference.MUTE;
      case Unsubscribe.What.WeeklyLetter w -> !personal.weekly().contains(w.letter());
    };
  }

  /** What is asked for with a button. */
  private static ListCommand command(Asked<Link> asked, boolean stop) {
    DeliveryPreferences habits = asked.state().lists().habits();
    SeatId seat = asked.of().seat();
    PersonalMailSettings personal = habits.now(seat);
    return switch (asked.of().what()) {
      case Unsubscribe.What.Mail m ->
          new ListCommand.SetDelivery(
              m.list(), stop ? Delivery.NONE : habits.beforeStopped(seat, m.list()));
      case Unsubscribe.What.Reason r ->
          chosen(
              asked,
              personal.hearing(
                  r.kind(), stop ? NotificationChannel.WEB : NotificationChannel.AT_ONCE));
      case Unsubscribe.What.Thing t ->
          new ListCommand.ChooseThing(
              t.of(), stop ? ThreadPreference.MUTE : ThreadPreference.USUAL);
      case Unsubscribe.What.WeeklyLetter w -> chosen(asked, personal.weekly(w.letter(), !stop));
    };
  }

  private static ListCommand chosen(Asked<Link> asked, PersonalMailSettings wished) {
    Delivery notices = asked.state().lists().habits().now(asked.of().seat(), "").mode();
    return new ListCommand.ChoosePersonalMail(wished, notices);
  }

  @Override
  protected void press(HttpServerRequest request, Asked<Link> asked) {
    if (!isOver(asked)) {
      stop(request).ifPresent(stop -> submit(asked, asked.of().seat(), command(asked, stop)));
    }
  }

  /** By a button that was pressed, or a mail program's one click (RFC 8058 section 3.1). */
  private static Optional<Boolean> stop(HttpServerRequest request) {
    String mode = request.getFormAttribute("mode");
    if ("EACH".equals(mode)) {
      return Optional.of(false);
    }
    boolean stop =
        "NONE".equals(mode) || "One-Click".equals(request.getFormAttribute("List-Unsubscribe"));
    return stop ? Optional.of(true) : Optional.empty();
  }

  private boolean isOver(Asked<Link> asked) {
    return !clock.instant().isBefore(asked.of().until());
  }

  @Override
  protected void show(RoutingContext ctx, Asked<Link> asked) {
    Language language = PlainPage.language(ctx);
    if (isOver(asked)) {
      ended(ctx, language, asked);
      return;
    }
    boolean stopped = stopped(asked);
    String said = stopped ? "stopped" : "ask";
    String again = WORDS.say(language, stopped ? "stopped.undo" : "ask.do");
    PlainPage.page(
        ctx,
        language,
        WORDS.say(language, said),
        "<p>"
            + WORDS.say(language, said + ".text", Map.of("what", name(language, asked)))
            + "</p>"
            + button("mode", stopped ? "EACH" : "NONE", again));
  }

  /** Anyone who has the link need not be whose mail it is: what it was about is not said. */
  private static void ended(RoutingContext ctx, Language language, Asked<Link> asked) {
    ctx.response().setStatusCode(410);
    PlainPage.page(
        ctx,
        language,
        WORDS.say(language, "ended"),
        "<p>"
            + WORDS.say(language, "ended.text")
            + "</p>"
            + wayIn(asked.state(), "my-mail", WORDS.say(language, "ended.open")));
  }
}
