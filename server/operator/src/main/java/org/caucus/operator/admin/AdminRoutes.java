package org.caucus.operator.admin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * {@code /admin}. Without an operator's session only the sign-in is found; all other addresses
 * answer 404, to members too.
 */
public final class AdminRoutes implements Pages {
  static final String ROOT = "/admin";

  private final AdminParts parts;
  private final AdminSignInRoutes signIn;
  private final AdminWork work;
  private final AdminViews views;

  /** Pages over these. */
  public AdminRoutes(AdminParts parts) {
    this.parts = parts;
    this.signIn = new AdminSignInRoutes(parts);
    this.work = new AdminWork(parts);
    this.views = new AdminViews(parts);
  }

  @Override
  public void mount(Router router) {
    router.post(ROOT + "/*").handler(this::own);
    router.get(ROOT).handler(this::front);
    router.get(ROOT + "/enrol").handler(this::enrolment);
    router.get(ROOT + "/passkey.js").handler(ctx -> file(ctx, "passkey.js", "text/javascript"));
    router.get(ROOT + "/look.css").handler(ctx -> file(ctx, "look.css", "text/css"));
    router.post(ROOT + "/enrol/options").handler(signIn::enrolOptions);
    router.post(ROOT + "/enrol").handler(signIn::enrol);
    router.post(ROOT + "/sign-in/options").handler(signIn::options);
    router.post(ROOT + "/sign-in").handler(signIn::signIn);
    page(router, "workspaces", views::workspaces);
    page(router, "queue", views::queue);
    page(router, "jobs", views::jobs);
    page(router, "doctor", views::doctor);
    page(router, "acts", views::acts);
    form(router, "queue", (ctx, session) -> went(ctx, work.queue(form(ctx), session.operator())));
    form(router, "jobs", (ctx, session) -> went(ctx, work.jobs(form(ctx), session.operator())));
    form(router, "doctor", (ctx, s) -> html(ctx, views.shown(views.examined(asked(ctx, s)))));
    form(
        router,
        "sign-out",
        (ctx, session) -> {
          signIn.signOut(ctx);
          seeOther(ctx, ROOT);
        });
    router.route(ROOT + "/*").handler(ctx -> ctx.fail(404));
  }

  private void page(
      Router router, String name, Function<AdminViews.Asked, AdminViews.Page> written) {
    router
        .get(ROOT + "/" + name)
        .handler(ctx -> html(ctx, views.shown(written.apply(asked(ctx, session(ctx))))));
  }

  private void form(
      Router router, String name, BiConsumer<RoutingContext, AdminSignInRoutes.Session> done) {
    router
        .post(ROOT + "/" + name)
        .handler(
            ctx -> {
              AdminSignInRoutes.Session session = session(ctx);
              String token =
                  Objects.requireNonNullElse(ctx.request().getFormAttribute("token"), "");
              if (!Secrets.same(token, session.token())) {
                throw otherSite();
              }
              done.accept(ctx, session);
            });
  }

  private AdminSignInRoutes.Session session(RoutingContext ctx) {
    return signIn.session(ctx).orElseThrow(Refusal::absent);
  }

  private static AdminViews.Asked asked(RoutingContext ctx, AdminSignInRoutes.Session session) {
    Map<String, String> query = new TreeMap<>();
    ctx.queryParams().forEach(each -> query.put(each.getKey(), each.getValue()));
    return new AdminViews.Asked(PlainPage.language(ctx), session, query);
  }

  /** What changes something comes from a page of ours; a browser says so, and nothing else may. */
  private void own(RoutingContext ctx) {
    String site = ctx.request().getHeader("sec-fetch-site");
    String origin = ctx.request().getHeader("origin");
    boolean ours =
        site == null
            ? parts.baseUrl().toString().equalsIgnoreCase(origin)
            : site.equals("same-origin");
    if (!HttpMethod.POST.equals(ctx.request().method()) || !ours) {
      throw otherSite();
    }
    ctx.next();
  }

  private static Refusal otherSite() {
    return Refusal.forbidden(Message.of("this-request-came-from-another-site"));
  }

  private void front(RoutingContext ctx) {
    Optional<AdminSignInRoutes.Session> session = signIn.session(ctx);
    if (session.isPresent()) {
      seeOther(ctx, ROOT + "/workspaces");
    } else if (parts.accounts().names().isEmpty()) {
      ctx.fail(404);
    } else {
      html(ctx, views.door(PlainPage.language(ctx), "sign-in"));
    }
  }

  private void enrolment(RoutingContext ctx) {
    if (parts.accounts().names().isEmpty()) {
      ctx.fail(404);
    } else {
      html(ctx, views.door(PlainPage.language(ctx), "enrol"));
    }
  }

  private static AdminWork.Form form(RoutingContext ctx) {
    return name -> Objects.requireNonNullElse(ctx.request().getFormAttribute(name), "").strip();
  }

  private static void went(RoutingContext ctx, Optional<String> to) {
    to.ifPresentOrElse(page -> seeOther(ctx, ROOT + page), () -> ctx.fail(404));
  }

  private static void seeOther(RoutingContext ctx, String to) {
    ctx.response().setStatusCode(303).putHeader("location", to).end();
  }

  private static void html(RoutingContext ctx, AdminViews.Html page) {
    ctx.response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("content-language", page.language().tag())
        .end(page.text());
  }

  private static void file(RoutingContext ctx, String name, String type) {
    try (InputStream in = AdminRoutes.class.getResourceAsStream(ROOT + "/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      ctx.response()
          .putHeader("content-type", type + "; charset=utf-8")
          .putHeader("cache-control", "no-cache")
          .end(Buffer.buffer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
