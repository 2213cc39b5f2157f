package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built workspace is sent as it is, and nothing else of the class path is. */
class WebAppTest {
  private static final Path BUILD = Checkout.root("web/target/classes/caucus-web");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void listen() {
    Router router = Router.router(vertx);
    WebApp.mount(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static List<Path> built() throws IOException {
    try (Stream<Path> files = Files.walk(BUILD)) {
      return files
          .filter(Files::isRegularFile)
          .filter(p -> !p.toString().endsWith(".gz") && !p.toString().endsWith(".br"))
          .filter(
              p ->
                  !BUILD
                      .relativize(p)
                      .toString()
                      .startsWith(".")) // what the build notes for itself
          .toList();
    }
  }

  @Test
  void everyFileOfTheBuildIsSentAsItIsWithItsType() throws Exception {
    for (Path file : built()) {
      String path = "/" + BUILD.relativize(file);
      HttpResponse<byte[]> got = get(path);
      assertThat(got.statusCode()).as(path).isEqualTo(200);
      assertThat(got.body()).as(path).isEqualTo(Files.readAllBytes(file));
      assertThat(got.headers().firstValue("content-type").orElseThrow())
          .as(path)
          .isNotEqualTo("application/octet-stream");
      assertThat(got.headers().firstValue("cache-control").isPresent())
          .as(path)
          .isEqualTo(path.startsWith("/assets/"));
    }
    assertThat(built()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | br | .br",
        "gzip, deflate | gzip | .gz",
        "GZIP;q=0.5, br;q=0 | gzip | .gz",
        "deflate, gzip;q=0.0 | '' | ''",
        "identity | '' | ''"
      })
  void aTextIsSentAsSmallAsTheBrowserCanUnpackIt(String accepted, String coding, String ending)
      throws Exception {
    HttpResponse<byte[]> got = get("/index.html", "Accept-Encoding", accepted);
    assertThat(got.body()).isEqualTo(Files.readAllBytes(BUILD.resolve("index.html" + ending)));
    assertThat(got.headers().firstValue("content-encoding").orElse("")).isEqualTo(coding);
    assertThat(got.headers().firstValue("vary")).contains("accept-encoding");
    assertThat(got.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
  }

  @Test
  void whatIsPackedUnpacksToTheFile() throws Exception {
    for (Path file : built()) {
      Path packed = Path.of(file + ".gz");
      if (Files.exists(packed)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
          assertThat(in.readAllBytes()).as("%s", file).isEqualTo(Files.readAllBytes(file));
        }
        assertThat(Files.size(Path.of(file + ".br"))).as("%s", file).isPositive();
      }
    }
    assertThat(BUILD.resolve("index.html.gz")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/w/code-of-practice/lists",
        "/w/code-of-practice/instruments/draft-code/i.3.b",
        "/w/code-of-practice/assets/a.js",
        "/join/a.b.cdefghijklmnop",
        "/assets/"
      })
  void aViewIsTheOnePage(String path) throws Exception {
    HttpResponse<byte[]> got = get(path);
    assertThat(got.body()).isEqualTo(Files.readAllBytes(BUILD.resolve("index.html")));
    assertThat(got.headers().firstValue("cache-control")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing.js",
        "/assets/nothing.js",
        "/../logback.xml",
        "/assets/../../logback.xml",
        "/..%2flogback.xml",
        "/%2e%2e/logback.xml",
        "/.hidden.js",
        "/index.html.br",
        "/index.html.gz",
        "/.vite/manifest.json",
        "/assets//../logback.xml",
        "/assets%00.js"
      })
  void whatIsNoFileOfTheBuildIsNotThere(String path) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 404");
  }

  /** By a socket: an HTTP client would mend the path. */
  private String raw(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return Buffer.buffer(socket.getInputStream().readAllBytes()).toString();
    }
  }
}
