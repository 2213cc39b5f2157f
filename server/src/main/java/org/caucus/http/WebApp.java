package org.caucus.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.regex.Pattern;

/**
 * The browser workspace, from the jar the web build made. A path without a file extension is a view
 * of the app and gets its one page.
 */
final class WebApp {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOLDER = "caucus-web";

  /** Short, for the secret of an invitation's link has dots in it too. */
  private static final Pattern FILE = Pattern.compile("\\.[A-Za-z0-9]{1,12}$");

  private WebApp() {}

  static void mount(Router router) {
    StaticHandler files =
        StaticHandler.create(FOLDER)
            .setIncludeHidden(false)
            .setDirectoryListing(false)
            .setCachingEnabled(true)
            .setDefaultContentEncoding("UTF-8");
    // built files carry a hash in their name, so they may be kept for ever
    router
        .get("/assets/*")
        .handler(
            ctx -> {
              ctx.addHeadersEndHandler(
                  v -> {
                    // what is missing today may be there after the next start
                    if (ctx.response().getStatusCode() < 400) {
                      ctx.response().putHeader("cache-control", FOR_EVER);
                    }
                  });
              ctx.next();
            });
    router
        .get("/caucus.webmanifest") // the table of Vert.x does not know its ending
        .handler(
            ctx -> {
              ctx.response().putHeader("content-type", "application/manifest+json");
              ctx.next();
            });
    router.get().handler(WebApp::viewOrFile);
    router.get().handler(files);
  }

  private static void viewOrFile(RoutingContext ctx) {
    if (FILE.matcher(ctx.normalizedPath()).find()) {
      ctx.next();
    } else {
      ctx.reroute("/index.html");
    }
  }
}
