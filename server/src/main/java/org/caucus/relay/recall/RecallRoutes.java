package org.caucus.relay.recall;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.audiences.AudienceCommand;
import org.caucus.audiences.Recall;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.relay.bare.BareLetter;
import org.caucus.words.Language;
import org.caucus.words.Phrases;
import org.caucus.workspace.Directory;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/**
 * {@code /w/{workspace}/recall/{ticket}}: where the echo's link leads. Reading the page changes
 * nothing, so a mail scanner that follows links does no harm; only the button acts, while there is
 * time. It shows nothing of what was written: whoever has the link need not be its author.
 */
public final class RecallRoutes implements Pages {
  private static final String PATH = "/w/:workspace/recall/:ticket";

  private static final Phrases WORDS = Phrases.of("recall");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Directory directory;
  private final Rooms rooms;
  private final RecallTickets tickets;
  private final Holders holders;
  private final InstantSource clock;

  /**
   * Pages for tickets of these rooms.
   *
   * @param holders know who was sent it by mail before
   */
  public RecallRoutes(
      Directory directory,
      Rooms rooms,
      RecallTickets tickets,
      Holders holders,
      InstantSource clock) {
    this.directory = directory;
    this.rooms = rooms;
    this.tickets = tickets;
    this.holders = holders;
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

  private record Asked(WorkspaceId workspace, Workspace state, RecallTickets.Post post) {
    Ref parent() {
      Ref of = post.of();
      return of.kind() == Ref.Kind.ENTRY
          ? state.entries().find(of.id()).orElseThrow().parent()
          : of;
    }

    /** Whether anybody but its author reads it. */
    boolean open() {
      Scope scope = state.scopeOf(post.of()).orElseThrow();
      return state.access().readers(scope).stream()
          .map(Seat::id)
          .anyMatch(s -> !s.equals(post.author()));
    }
  }

  private Optional<Asked> asked(RoutingContext ctx) {
    Optional<WorkspaceId> workspace =
        directory.find(Objects.requireNonNull(ctx.pathParam("workspace"))).await();
    return workspace.flatMap(
        id -> {
          Workspace state = rooms.read(id).await();
          return tickets
              .open(Objects.requireNonNull(ctx.pathParam("ticket")), state)
              .map(post -> new Asked(id, state, post));
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
    // a form sent as it stands, as scanners of mail do, takes nothing back
    if (!"yes".equals(ctx.request().getFormAttribute("recall"))) {
      ask(ctx);
      return;
    }
    SeatId author = asked.get().post().author();
    try {
      rooms
          .submit(
              asked.get().workspace(),
              author,
              new AudienceCommand.Recall(
                  asked.get().post().of(),
                  holders.of(asked.get().state(), asked.get().post().of(), author)),
              null)
          .await();
    } catch (Refused no) {
      // too late, or done already: the page says which
    }
    ask(ctx);
  }

  private void show(RoutingContext ctx, Asked asked) {
    Language language = PlainPage.language(ctx);
    Instant until = asked.post().until();
    String said = !asked.open() ? "done" : clock.instant().isAfter(until) ? "late" : "ask";
    String text =
        "<p>"
            + switch (said) {
              case "done" -> WORDS.say(language, "done.text") + "</p>" + gone(language, asked);
              case "late" -> WORDS.say(language, "late.text", TIME.format(until)) + "</p>";
              default ->
                  WORDS.say(
                          language,
                          "ask.text",
                          "<bdi>" + PlainPage.text(BareLetter.called(asked.state())) + "</bdi>",
                          TIME.format(until.minus(Recall.WINDOW)),
                          TIME.format(until))
                      + "</p>";
            };
    String way = said.equals("ask") ? button(language) : link(language, asked);
    PlainPage.page(ctx, language, WORDS.say(language, said), text + way);
  }

  private static String button(Language language) {
    return "<form method=\"post\"><button name=\"recall\" value=\"yes\">"
        + WORDS.say(language, "ask.do")
        + "</button></form>";
  }

  /** By organisation, without names: whoever has the link need not be its author. */
  private String gone(Language language, Asked asked) {
    Map<String, Integer> heads =
        holders.heads(asked.state(), asked.post().of(), asked.post().author());
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

  private static String link(Language language, Asked asked) {
    return "<p><a href=\"/w/"
        + PlainPage.text(asked.state().members().slug())
        + "/"
        + BareLetter.page(asked.parent())
        + "\">"
        + WORDS.say(language, "open")
        + "</a></p>";
  }
}
