package org.caucus.http.filters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anyone who drips holds no connection; anyone who is answered, or listens, keeps theirs. */
class SlowClientTimeoutTest {
  private static final long FIRST_MILLIS = 400;
  private final Vertx vertx = Vertx.vertx();

  /** What nothing but a variable holds the collector may close before it answers. */
  private final List<HttpServer> held = new ArrayList<>();

  private final SlowClientTimeout patience =
      new SlowClientTimeout(vertx, FIRST_MILLIS, 600_000, FIRST_MILLIS);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private int port() {
    Router router = Router.router(vertx);
    router.route().handler(patience);
    router.get("/stream").handler(ctx -> ctx.response().setChunked(true).write("first"));
    router
        .post("/post")
        .handler(BodyHandler.create(false))
        .handler(ctx -> vertx.setTimer(3 * FIRST_MILLIS, t -> ctx.response().end("done")));
    router.get("/short").handler(ctx -> ctx.response().end("done"));
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(patience::opened)
            .requestHandler(router);
    held.add(server);
    return server.listen(0, "127.0.0.1").await().actualPort();
  }

  private static boolean isClosed(Socket socket) {
    try {
      socket.getOutputStream().write('a');
      socket.setSoTimeout(20);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void aHeadThatDripsIsNotWaitedForAndAStreamIsNotCut() throws IOException {
    int port = port();
    try (Socket dripping = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket listening = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket served = new Socket(InetAddress.getLoopbackAddress(), port)) {
      dripping.getOutputStream().write("GET /short HTTP/1.1\r\nX-A: ".getBytes(US_ASCII));
      ask(listening, "/stream");
      ask(served, "/short");
      read(listening, "first");
      read(served, "done");

      await().atMost(Clocks.LONG).until(() -> isClosed(dripping));

      ask(served, "/short");
      read(served, "done");
      assertThat(listening.getInputStream().available()).isZero();
      listening.setSoTimeout(50);
      assertThatThrownBy(() -> listening.getInputStream().read())
          .as("open, and nothing to read")
          .isInstanceOf(SocketTimeoutException.class);
    }
    await().atMost(Clocks.LONG).until(() -> patience.waiting() == 0);
  }

  @Test
  void aBodyThatDripsIsNotWaitedForAndAWholeOneIsAnsweredHoweverLongThatTakes() throws IOException {
    int port = port();
    try (Socket dripping = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket whole = new Socket(InetAddress.getLoopbackAddress(), port)) {
      post(dripping, 100_000, "a");
      post(whole, 3, "abc");

      await().atMost(Clocks.LONG).until(() -> isClosed(dripping));

      read(whole, "done");
    }
    await().atMost(Clocks.LONG).until(() -> patience.waiting() == 0);
  }

  private static void post(Socket socket, int length, String body) throws IOException {
    String head = "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    socket.getOutputStream().write((head + body).getBytes(US_ASCII));
  }

  private static void ask(Socket socket, String path) throws IOException {
    socket
        .getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
  }

  private static void read(Socket socket, String end) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      read.append((char) in.read());
    }
    while (in.available() > 0) {
      in.read();
    }
  }
}
