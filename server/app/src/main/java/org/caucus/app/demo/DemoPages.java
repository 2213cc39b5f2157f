package org.caucus.app.demo;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.app.wiring.Wiring;
import org.caucus.http.Pages;
import org.caucus.http.PersonDirectory;
import org.caucus.http.PlainPage;
import org.caucus.http.SessionMatch;
import org.caucus.identity.Cookies;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.catchall.CaughtLetter;

/** {@code /demo}: take any seat, read the caught mail. Only the demo has these pages. */
final class DemoPages implements Pages {
  private static final int MAX_SHOWN = 200;

  private final Wiring wiring;
  private final CatchAllServer catchAll;

  DemoPages(Wiring wiring, CatchAllServer catchAll) {
    this.wiring = wiring;
    this.catchAll = catchAll;
  }

  @Override
  public void mount(Router router) {
    router.get("/demo").handler(this::seats);
    router.get("/demo/enter/:who").handler(this::offer);
    router.post("/demo/enter/:who").handler(this::enter);
    router.get("/demo/mail").handler(this::mail);
    router.get("/demo/mail/:id").handler(this::letter);
    router.get("/demo/mail/:id/raw").handler(this::raw);
  }

  private void seats(RoutingContext ctx) {
    StringBuilder rows = new StringBuilder();
    for (DemoMembers.Party party : DemoMembers.PARTIES) {
      rows.append("<h2>").append(PlainPage.text(party.name())).append("</h2><ul>");
      for (DemoMembers.Player player : DemoMembers.PLAYERS) {
        if (player.party().equals(party.slug())) {
          rows.append("<li><a href=\"/demo/enter/")
              .append(player.local())
              .append("\">")
              .append(PlainPage.text(player.name()))
              .append("</a> <span>")
              .append(player.role().name().toLowerCase(java.util.Locale.ROOT))
              .append("</span></li>");
        }
      }
      rows.append("</ul>");
    }
    PlainPage.page(
        ctx,
        "Take a seat",
        "<p>All organisations and people here are invented; texts are invented or paraphrased. Open"
            + " two browsers on two sides to see who reads what. <a href=\"/demo/mail\">Outgoing"
            + " mail</a></p>"
            + rows);
  }

  private static Optional<DemoMembers.Player> player(RoutingContext ctx) {
    return DemoMembers.PLAYERS.stream()
        .filter(p -> p.local().equals(ctx.pathParam("who")))
        .findFirst();
  }

  private void offer(RoutingContext ctx) {
    Optional<DemoMembers.Player> player = player(ctx);
    if (player.isEmpty()) {
      ctx.fail(404);
      return;
    }
    PlainPage.page(
        ctx,
        player.get().name(),
        "<form method=\"post\"><button>Continue as "
            + PlainPage.text(player.get().name())
            + "</button></form><p><a href=\"/demo\">Someone else</a></p>");
  }

  private void enter(RoutingContext ctx) {
    Optional<DemoMembers.Player> player = player(ctx);
    if (player.isEmpty()) {
      ctx.fail(404);
      return;
    }
    PersonDirectory.Person person =
        wiring.persons().ensure(player.get().address(), player.get().name()).await();
    String cookie = wiring.persons().beginSession(person.id(), "demo").await();
    String signIn = wiring.persons().signInOf(person.id(), cookie);
    URI base = wiring.settings().baseUrl();
    Cookie before = ctx.request().getCookie(new Cookies(base).sessionName());
    if (before != null) {
      wiring.persons().endSession(before.getValue()).await();
    }
    List<String> both = List.of(cookie, SessionMatch.cookie(base, signIn));
    ctx.response()
        .setStatusCode(303)
        .putHeader("set-cookie", both)
        .putHeader("location", "/w/" + DemoMembers.SLUG)
        .end();
  }

  private void mail(RoutingContext ctx) {
    StringBuilder rows =
        new StringBuilder("<p>Newest first. <a href=\"/demo\">Seats</a></p><ul class=\"mail\">");
    List<CaughtLetter> caught = catchAll.list();
    for (CaughtLetter c : caught.subList(0, Math.min(MAX_SHOWN, caught.size()))) {
      catchAll
          .letter(c.id())
          .map(ParsedLetter::of)
          .ifPresent(
              letter ->
                  rows.append("<li><a href=\"/demo/mail/")
                      .append(PlainPage.text(c.id()))
                      .append("\">")
                      .append(PlainPage.text(letter.subject()))
                      .append("</a> <span>to ")
                      .append(
                          PlainPage.text(
                              c.recipients().stream()
                                  .map(MailAddress::toString)
                                  .collect(Collectors.joining(", "))))
                      .append("</span></li>"));
    }
    PlainPage.page(ctx, "Outgoing mail (" + caught.size() + ")", rows + "</ul>");
  }

  private void letter(RoutingContext ctx) {
    Optional<byte[]> bytes = catchAll.letter(id(ctx));
    if (bytes.isEmpty()) {
      ctx.fail(404);
      return;
    }
    ParsedLetter letter = ParsedLetter.of(bytes.get());
    String raw = new String(bytes.get(), StandardCharsets.UTF_8);
    int head = raw.indexOf("\r\n\r\n");
    PlainPage.page(
        ctx,
        letter.subject(),
        "<p><a href=\"/demo/mail\">All mail</a> · <a href=\"/demo/mail/"
            + PlainPage.text(id(ctx))
            + "/raw\">Raw</a></p><pre class=\"text\">"
            + PlainPage.text(letter.text())
            + "</pre><details><summary>Header</summary><pre>"
            + PlainPage.text(head < 0 ? raw : raw.substring(0, head))
            + "</pre></details>");
  }

  private void raw(RoutingContext ctx) {
    Optional<byte[]> bytes = catchAll.letter(id(ctx));
    if (bytes.isEmpty()) {
      ctx.fail(404);
      return;
    }
    ctx.response()
        .putHeader("content-type", "text/plain; charset=utf-8")
        .end(io.vertx.core.buffer.Buffer.buffer(bytes.get()));
  }

  private static String id(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    return id == null ? "" : id;
  }
}
