package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.smtp.client.RecipientOutcome;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.junit.jupiter.api.Test;

/** Conversations with the next host. */
class SmarthostTest {
  private static final int CONVERSATIONS = 300;
  private static final int AT_ONCE = 4;

  @Test
  void aGreetingSentTheMomentTheLineIsUpIsHeard()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Vertx vertx = Vertx.vertx();
    try (QuickHost host = new QuickHost();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONVERSATIONS; i += AT_ONCE) {
        try (Smarthost client =
            new Smarthost(
                vertx, SmtpUrl.parse("smtp://127.0.0.1:" + host.port()), "localhost", null)) {
          List<Future<RecipientOutcome>> sent = new ArrayList<>();
          for (int j = 0; j < AT_ONCE; j++) {
            sent.add(threads.submit(() -> send(client)));
          }
          for (Future<RecipientOutcome> one : sent) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(RecipientOutcome.Accepted.class);
          }
        }
      }
    } finally {
      vertx.close().await();
    }
  }

  /** What the Mail Client cannot name is sent by us, and not at all where nobody could take it. */
  @Test
  void aHostHearsOfAnyAddressThatItKnowsHowToHear() throws IOException, SmtpUnreachable {
    Vertx vertx = Vertx.vertx();
    try (QuickHost host = new QuickHost();
        Smarthost client =
            new Smarthost(
                vertx, SmtpUrl.parse("smtp://127.0.0.1:" + host.port()), "localhost", null)) {
      assertThat(send(client, "\"press desk\"@home.example"))
          .isInstanceOf(RecipientOutcome.Accepted.class);
      assertThat(send(client, "ada@b\u00fccher.example"))
          .isInstanceOf(RecipientOutcome.Accepted.class);
      assertThat(send(client, "ад\u0430@home.example"))
          .isEqualTo(
              new RecipientOutcome.Rejected(
                  550, "5.6.7", "The next host takes no non-ASCII addresses"));
      assertThat(BounceReason.of("5.6.7", "").countsAgainstTheAddress()).isFalse();
    } finally {
      vertx.close().await();
    }
  }

  private static RecipientOutcome send(Smarthost client) throws SmtpUnreachable {
    return send(client, "ada@home.example");
  }

  private static RecipientOutcome send(Smarthost client, String to) throws SmtpUnreachable {
    List<RecipientOutcome> heard = new ArrayList<>();
    try (Smarthost.Line line = client.line()) {
      line.send(MailAddress.of("b@lists.example"), code(to), () -> true, heard::add);
    }
    return heard.getFirst();
  }

  private static OutgoingMail code(String to) {
    var ada = NamedAddress.of(MailAddress.of(to));
    var us = NamedAddress.of(MailAddress.of("help@lists.example"));
    var letter =
        new Composition(us, ada, "Your code", "<1@lists.example>", Instant.EPOCH, "1", List.of());
    return new OutgoingMail.Composed(OutgoingMail.BOUNCES, ada.address(), letter);
  }

  /** A host that greets at once and agrees with everything. */
  private static final class QuickHost implements AutoCloseable {
    private final ServerSocket server;

    QuickHost() throws IOException {
      server = new ServerSocket(0, CONVERSATIONS, InetAddress.getLoopbackAddress());
      Thread.startVirtualThread(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      try {
        while (!server.isClosed()) {
          Socket line = server.accept();
          Thread.startVirtualThread(() -> talk(line));
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private static void talk(Socket line) {
      try (line;
          var in =
              new BufferedReader(
                  new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
        say(line, "220 quick.example");
        for (String verb = in.readLine(); verb != null; verb = in.readLine()) {
          if (verb.startsWith("DATA")) {
            say(line, "354 go on");
            while (!".".equals(in.readLine())) {
              // the letter itself is of no interest
            }
          }
          say(line, "250 well");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void say(Socket line, String words) throws IOException {
      line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
