package org.caucus.messaging.distribution.recall;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.PostRecall;
import org.caucus.http.PlainPage;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.pages.TicketRoutes;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * {@code /w/{workspace}/recall/{ticket}}: where the echo's link leads. Its button acts while there
 * is time. It shows nothing of what was written: anyone who has the link need not be its author.
 */
public final class RecallRoutes extends TicketRoutes<RecallTickets.Post> {
  private static final MessageCatalogue WORDS = MessageCatalogue.of("recall");

  private final RecallTickets tickets;
  private final RecalledCopyHolders holders;
  private final InstantSource clock;

  /**
   * Pages for tickets of these rooms.
   *
   * @param holders know who was sent it by mail before
   */
  public RecallRoutes(
      WorkspaceDirectory directory,
      Rooms rooms,
      RecallTickets tickets,
      RecalledCopyHolders holders,
      InstantSource clock) {
    super("recall", directory, rooms);
    this.tickets = tickets;
    this.holders = holders;
    this.clock = clock;
  }

  @Override
  protected Optional<RecallTickets.Post> open(String ticket, Workspace state) {
    return tickets.open(ticket, state);
  }

  @Override
  protected void press(HttpServerRequest request, Asked<RecallTickets.Post> asked) {
    if (!"yes".equals(request.getFormAttribute("recall"))) {
      return;
    }
    Ref of = asked.of().of();
    SeatId author = asked.of().author();
    try {
      submit(asked, author, new AudienceCommand.Recall(of, holders.of(asked.state(), of, author)));
    } catch (Refusal no) {
      // too late, or done already: the page says which
    }
  }

  private static Ref parent(Asked<RecallTickets.Post> asked) {
    Ref of = asked.of().of();
    return of.kind() == Ref.Kind.ENTRY
        ? asked.state().entries().find(of.id()).orElseThrow().parent()
        : of;
  }

  /** Whether anybody but its author reads it. */
  private static boolean isOpen(Asked<RecallTickets.Post> asked) {
    Scope scope = asked.state().scopeOf(asked.of().of()).orElseThrow();
    return asked.state().access().readers(scope).stream()
        .map(Seat::id)
        .anyMatch(s -> !s.equals(asked.of().author()));
  }

  @Override
  protected void show(RoutingContext ctx, Asked<RecallTickets.Post> asked) {
    Language language = PlainPage.language(ctx);
    Instant until = asked.of().until();
    String said = !isOpen(asked) ? "done" : clock.instant().isAfter(until) ? "late" : "ask";
    String text =
        "<p>"
            + switch (said) {
              case "done" -> WORDS.say(language, "done.text") + "</p>" + gone(language, asked);
              case "late" ->
                  WORDS.say(language, "late.text", Map.of("until", time(language, until))) + "</p>";
              default ->
                  WORDS.say(
                          language,
                          "ask.text",
                          Map.of(
                              "workspace",
                              "<bdi>"
                                  + PlainPage.text(ContentFreeMail.called(asked.state()))
                                  + "</bdi>",
                              "posted",
                              time(language, until.minus(PostRecall.WINDOW)),
                              "until",
                              time(language, until)))
                      + "</p>";
            };
    String way =
        said.equals("ask")
            ? button("recall", "yes", WORDS.say(language, "ask.do"))
            : wayIn(
                asked.state(), ContentFreeMail.page(parent(asked)), WORDS.say(language, "open"));
    PlainPage.page(ctx, language, WORDS.say(language, said), text + way);
  }

  private static String time(Language language, Instant at) {
    return LocalFormats.time(language, at.atZone(ZoneOffset.UTC));
  }

  /** By organisation, without names: anyone who has the link need not be its author. */
  private String gone(Language language, Asked<RecallTickets.Post> asked) {
    Map<String, Integer> heads = holders.heads(asked.state(), asked.of().of(), asked.of().author());
    return heads.isEmpty()
        ? "<p>" + WORDS.say(language, "none") + "</p>"
        : "<p>"
            + WORDS.say(language, "gone")
            + "</p><ul>"
            + heads.entrySet().stream()
                .map(e -> "<li><bdi>" + PlainPage.text(e.getKey()) + "</bdi>: " + e.getValue())
                .collect(Collectors.joining())
            + "</ul>";
  }
}
