package org.caucus.views.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real connection: who does not read is broken off, who reads slowly has it all. */
class MemberExportTimeoutTest {
  private static final String PAGE = "x".repeat(1024 * 1024);

  /** More than the buffers of two sockets hold. */
  private static final int PAGES = 64;

  private final Vertx vertx = Vertx.vertx();

  /** What nothing but a variable holds the collector may close before it answers. */
  private final List<HttpServer> held = new ArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  /** Serves one copy with this patience; completes with why it ended, or null for well. */
  private CompletableFuture<Throwable> serve(
      MemberExportTimeout patience, CompletableFuture<Integer> port) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    Thread.startVirtualThread(
                        () -> ended.complete(catchThrowable(() -> send(request, patience)))));
    held.add(server);
    server.listen(0, "127.0.0.1").onSuccess(s -> port.complete(s.actualPort()));
    return ended;
  }

  private static void send(HttpServerRequest request, MemberExportTimeout patience) {
    request.response().setChunked(true);
    try {
      for (int i = 0; i < PAGES; i++) {
        patience.write(request.response(), PAGE);
      }
      request.response().end().await();
    } catch (RuntimeException e) {
      request.response().reset();
      throw e;
    }
  }

  private static Socket asking(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void whoDoesNotReadIsBrokenOff() throws IOException, ExecutionException, InterruptedException {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    var ended = serve(new MemberExportTimeout(Duration.ofMillis(200)), port);

    try (Socket silent = asking(port.get())) {
      Throwable why = ended.get();

      assertThat(Stream.iterate(why, Objects::nonNull, Throwable::getCause))
          .hasAtLeastOneElementOfType(TimeoutException.class);
      assertThat(silent.isClosed()).as("by us").isFalse();
    }
  }

  @Test
  void whoReadsHasItAllHoweverLongItTakes()
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    var ended = serve(MemberExportTimeout.USUAL, port);

    long read = 0;
    try (Socket reader = asking(port.get());
        InputStream in = reader.getInputStream()) {
      byte[] some = new byte[256 * 1024];
      while (read < (long) PAGES * PAGE.length()) {
        int more = in.read(some);
        assertThat(more).isPositive();
        read += more;
      }
      assertThat(ended.get(1, TimeUnit.MINUTES)).isNull();
    }
  }
}
