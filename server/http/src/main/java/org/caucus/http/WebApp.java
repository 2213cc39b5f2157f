package org.caucus.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.caucus.http.compression.AcceptedEncodings;
import org.jspecify.annotations.Nullable;

/**
 * The browser workspace, from the jar the web build made. A path without a file extension is a view
 * of the app and gets its one page. Its files, some three megabytes in all, are answered from
 * memory: when a browser has left before its answer, Vert.x's own way of sending a file throws, and
 * that with a trace for the log at each page that somebody closes.
 */
final class WebApp {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOLDER = "caucus-web";
  private static final String ASSETS = "/assets/";
  private static final String PAGE = "/index.html";

  /** Below it are views alone: a provision's path has dots in it. */
  private static final String WORKSPACES = "/w/";

  /** Short, for the secret of an invitation's link has dots in it too. */
  private static final Pattern FILE = Pattern.compile("\\.[A-Za-z0-9]{1,12}$");

  /** Names as the build makes them: nothing in them is decoded, and none begins with a dot. */
  private static final Pattern NAME =
      Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}){1,4}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain;charset=UTF-8");

  /**
   * How texts lie there packed, the smallest first: the coding's name and the ending of its files.
   */
  private static final List<Map.Entry<String, String>> PACKED =
      List.of(Map.entry("br", ".br"), Map.entry("gzip", ".gz"));

  private final Map<String, Buffer> read = new ConcurrentHashMap<>();

  private WebApp() {}

  static void mount(Router router) {
    router.get().handler(new WebApp()::answer);
  }

  private void answer(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    boolean isFile = !path.startsWith(WORKSPACES) && FILE.matcher(path).find();
    String name = isFile ? path : PAGE;
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<Buffer> file = file(name);
    if (type == null || file.isEmpty()) {
      ctx.fail(404);
      return;
    }
    if (path.startsWith(ASSETS) && isFile) {
      // built files carry a hash in their name, so they may be kept for ever
      ctx.response().putHeader("cache-control", FOR_EVER);
    }
    ctx.response().putHeader("content-type", type);
    ctx.response().end(packed(ctx, name).orElse(file.get()));
  }

  /** The file as the build packed it, if it did and the browser can unpack it. */
  private Optional<Buffer> packed(RoutingContext ctx, String name) {
    String accepted = ctx.request().getHeader("accept-encoding");
    for (Map.Entry<String, String> way : PACKED) {
      Optional<Buffer> packed = file(name + way.getValue());
      if (packed.isPresent()) {
        ctx.response().putHeader("vary", "accept-encoding");
        if (AcceptedEncodings.accepts(accepted, way.getKey())) {
          ctx.response().putHeader("content-encoding", way.getKey());
          return packed;
        }
      }
    }
    return Optional.empty();
  }

  /** What is not there is not remembered: anybody may ask for any name. */
  private Optional<Buffer> file(String path) {
    if (!NAME.matcher(path).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(read.computeIfAbsent(path, WebApp::fromTheBuild));
  }

  private static @Nullable Buffer fromTheBuild(String path) {
    try (InputStream in = WebApp.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
      return in == null ? null : Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
