package org.caucus.http;

import io.vertx.ext.web.RoutingContext;
import org.caucus.platform.i18n.Language;

/** Pages without the web app: the few that mail links lead to, and the demo's. */
public final class PlainPage {
  private static final String CSS =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.6 system-ui, sans-serif; max-inline-size: 68ch; }
      body { margin: 2.5rem auto; padding-inline: 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-block: 1.5rem 0.25rem; }
      ul { list-style: none; padding: 0; margin: 0; } li { padding-block: 0.35rem; }
      span { opacity: 0.65; margin-inline-start: 0.5rem; }
      button { font: inherit; padding: 0.7rem 1.2rem; min-block-size: 44px; cursor: pointer; }
      button { border-radius: 8px; border: 1px solid currentColor; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9rem; } pre.text { font: inherit; }
      """;

  private PlainPage() {}

  /** The language of the person who asks, who need not be whom the link was sent to. */
  public static Language language(RoutingContext ctx) {
    return Language.accepted(ctx.request().getHeader("accept-language"));
  }

  /** Answers with a page in English; the body is HTML already. */
  public static void page(RoutingContext ctx, String title, String body) {
    page(ctx, Language.ENGLISH, title, body);
  }

  /** Answers with a page in a language; the body is HTML already. */
  public static void page(RoutingContext ctx, Language language, String title, String body) {
    ctx.response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("content-language", language.tag())
        .end(
            "<!doctype html><html lang=\""
                + language.tag()
                + "\" dir=\""
                + (language.isRightToLeft() ? "rtl" : "ltr")
                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>"
                + text(title)
                + " · Caucus</title><link rel=\"stylesheet\" href=\"/plain.css\"><link rel=\"icon\""
                + " href=\"/caucus.svg\" type=\"image/svg+xml\"><h1 dir=\"auto\">"
                + text(title)
                + "</h1>"
                + body
                + "</html>");
  }

  /** Text that is only text in HTML. */
  public static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static void css(RoutingContext ctx) {
    ctx.response().putHeader("content-type", "text/css").end(CSS);
  }
}
