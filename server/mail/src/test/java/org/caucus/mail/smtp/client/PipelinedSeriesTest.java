package org.caucus.mail.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/** Letters one after the other, each to one member with a return path of its own. */
class PipelinedSeriesTest {
  /** On a busy machine even a quick host takes its time. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private static final String OFFERS = "250-host.example\r\n250-PIPELINING\r\n250 SIZE 1000";

  private final Map<String, RecipientOutcome> told = new LinkedHashMap<>();
  private volatile boolean wanted = true;

  private static String polite(String line) {
    return switch (line.split("[ :]", -1)[0]) {
      case "EHLO" -> OFFERS;
      case "DATA" -> "354 go on";
      case "." -> "250 2.0.0 stored";
      case "QUIT" -> ScriptedHost.CLOSE;
      default -> "250 2.1.0 fine";
    };
  }

  private static SmtpClient client(ScriptedHost host) {
    return new SmtpClient(host.url(), SmtpClientSettings.of("caucus.example"));
  }

  private void send(PipelinedSeries series, String who) throws SmtpUnreachable {
    series.send(
        MailAddress.of("b." + who + "@caucus.example"),
        MailAddress.of(who + "@rights.example"),
        RawLetter.of(("Subject: for " + who + "\r\n\r\n.dot\r\n").getBytes(ISO_8859_1)),
        () -> wanted,
        outcome -> told.put(who, outcome));
  }

  private void sendAll(UnaryOperator<String> answers, ScriptedHost[] kept, String... all)
      throws Exception {
    try (ScriptedHost host = new ScriptedHost(answers);
        SmtpClient client = client(host)) {
      kept[0] = host;
      try (PipelinedSeries series = client.series()) {
        for (String who : all) {
          send(series, who);
        }
      }
    }
  }

  @Test
  void lettersShareOneConnectionAndEachIsTold() throws Exception {
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(PipelinedSeriesTest::polite, host, "ada", "bola", "chidi");

    assertThat(told.keySet()).containsExactly("ada", "bola", "chidi");
    assertThat(told.values()).allMatch(o -> o instanceof RecipientOutcome.Accepted);
    assertThat(host[0].connections).hasValue(1);
    assertThat(host[0].heard)
        .containsSubsequence(
            "MAIL FROM:<b.ada@caucus.example> SIZE=26",
            "RCPT TO:<ada@rights.example>",
            "DATA",
            "Subject: for ada",
            "",
            "..dot",
            ".",
            "MAIL FROM:<b.bola@caucus.example> SIZE=27",
            "RCPT TO:<bola@rights.example>",
            "DATA");
  }

  @Test
  void whoIsRefusedKeepsNobodyElseFromTheirLetter() throws Exception {
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(
        line ->
            line.startsWith("RCPT TO:<bola")
                ? "550 5.1.1 no such"
                : line.startsWith("MAIL FROM:<b.chidi") ? "452 4.3.1 full" : polite(line),
        host,
        "ada",
        "bola",
        "chidi",
        "dara");

    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola")).isEqualTo(new RecipientOutcome.Rejected(550, "5.1.1", "no such"));
    assertThat(told.get("chidi")).isEqualTo(new RecipientOutcome.TryLater(452, "4.3.1", "full"));
    assertThat(told.get("dara")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(host[0].heard).doesNotContain("Subject: for bola", "Subject: for chidi");
    assertThat(host[0].connections).hasValue(1);
  }

  @Test
  void whatIsTooLargeForTheHostIsNotBegun() throws Exception {
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(
        line ->
            line.startsWith("EHLO") ? "250-host\r\n250-PIPELINING\r\n250 SIZE 26" : polite(line),
        host,
        "ada",
        "bola");

    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola"))
        .isInstanceOfSatisfying(
            RecipientOutcome.Rejected.class, r -> assertThat(r.code()).isEqualTo(552));
  }

  @Test
  void ofALineThatBreaksOnlyTheLetterWithoutAnAnswerIsUnknown() throws Exception {
    AtomicInteger dots = new AtomicInteger();
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(
        line -> line.equals(".") && dots.incrementAndGet() == 2 ? ScriptedHost.CLOSE : polite(line),
        host,
        "ada",
        "bola",
        "chidi",
        "dara");

    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola"))
        .isInstanceOfSatisfying(
            RecipientOutcome.TryLater.class, o -> assertThat(o.text()).contains("unknown"));
    assertThat(told.get("chidi")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("dara")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(host[0].connections).hasValue(2);
    assertThat(host[0].heard.stream().filter("Subject: for chidi"::equals)).hasSize(1);
  }

  @Test
  void aHostWithoutGroupsIsAskedOneByOne() throws Exception {
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(
        line ->
            line.startsWith("EHLO")
                ? "250 host"
                : line.startsWith("RCPT TO:<bola") ? "450 later" : polite(line),
        host,
        "ada",
        "bola",
        "chidi");

    assertThat(told.get("bola")).isInstanceOf(RecipientOutcome.TryLater.class);
    assertThat(told.get("chidi")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(host[0].heard)
        .containsSubsequence(
            "MAIL FROM:<b.bola@caucus.example>",
            "RCPT TO:<bola@rights.example>",
            "RSET",
            "MAIL FROM:<b.chidi@caucus.example>")
        .doesNotContain("Subject: for bola");
    assertThat(host[0].connections).hasValue(1);
  }

  @Test
  void aSlowHostHasEachLetterAloneAndLeavesTheLineToOthers() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(
                line -> {
                  if (line.startsWith("MAIL")) {
                    sleep(PipelinedSeries.QUICK.multipliedBy(2));
                  }
                  return polite(line);
                });
        SmtpClient client =
            new SmtpClient(
                host.url(),
                new SmtpClientSettings(
                    "caucus.example", 1, SmtpClientSettings.Timeouts.RFC_5321, null));
        PipelinedSeries series = client.series();
        PipelinedSeries other = client.series()) {
      send(series, "ada");
      assertThat(told.get("ada")).as("told at once").isInstanceOf(RecipientOutcome.Accepted.class);
      send(other, "bola"); // there is one line for both
      send(series, "chidi");
    }
    assertThat(told.values()).hasSize(3).allMatch(o -> o instanceof RecipientOutcome.Accepted);
  }

  @Test
  void aLetterThatWaitedTooLongToBeHeardDoesNotLeave() throws Exception {
    ScriptedHost[] host = new ScriptedHost[1];

    sendAll(
        line -> {
          if (line.startsWith("MAIL FROM:<b.bola")) {
            sleep(PipelinedSeries.STALE.plusMillis(200));
          }
          return polite(line);
        },
        host,
        "ada",
        "bola",
        "chidi");

    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola")).isInstanceOf(RecipientOutcome.TryLater.class);
    assertThat(told.get("chidi")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(host[0].heard).doesNotContain("Subject: for bola");
  }

  @Test
  void theNextLetterIsWrittenWhileTheHostIsAtWork() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    AtomicBoolean waited = new AtomicBoolean();
    try (ScriptedHost host =
            new ScriptedHost(
                line -> {
                  if (line.startsWith("MAIL FROM:<b.bola")) {
                    waited.set(awaits(written));
                  }
                  return polite(line);
                });
        SmtpClient client = client(host)) {
      try (PipelinedSeries series = new PipelinedSeries(client, PATIENT)) {
        send(series, "ada");
        send(series, "bola");
        assertThat(told).doesNotContainKey("bola");
        written.countDown();
        send(series, "chidi");
        series.hear();
      }
      assertThat(told.values()).hasSize(3).allMatch(o -> o instanceof RecipientOutcome.Accepted);
      assertThat(host.connections).hasValue(1);
    }
    assertThat(waited).as("the host heard of bola before anybody waited for it").isTrue();
  }

  @Test
  void whatIsNotWantedAnyMoreAtTheLastMomentDoesNotLeave() throws Exception {
    ScriptedHost[] kept = new ScriptedHost[1];
    try (ScriptedHost host = new ScriptedHost(PipelinedSeriesTest::polite);
        SmtpClient client = client(host)) {
      kept[0] = host;
      try (PipelinedSeries series = new PipelinedSeries(client, PATIENT)) {
        send(series, "ada");
        send(series, "bola");
        wanted = false; // another node has it now
      }
    }
    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola")).isInstanceOf(RecipientOutcome.TryLater.class);
    assertThat(kept[0].heard).doesNotContain("Subject: for bola");
  }

  @Test
  void ofAHostThatGoesAwayTheLetterThatWasBegunIsTriedLaterAndTheNextIsUnreachable()
      throws Exception {
    AtomicInteger mails = new AtomicInteger();
    try (ScriptedHost host =
            new ScriptedHost(
                line ->
                    line.startsWith("MAIL") && mails.incrementAndGet() > 1
                        ? ScriptedHost.CLOSE
                        : polite(line));
        SmtpClient client = client(host);
        PipelinedSeries series = new PipelinedSeries(client, PATIENT)) {
      send(series, "ada");
      send(series, "bola");
      assertThatThrownBy(() -> send(series, "chidi")).isInstanceOf(SmtpUnreachable.class);
    }
    assertThat(told.get("ada")).isInstanceOf(RecipientOutcome.Accepted.class);
    assertThat(told.get("bola")).isInstanceOf(RecipientOutcome.TryLater.class);
    assertThat(told).doesNotContainKey("chidi");
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void aHostThatTakesNoPartIsUnreachableAndHasItsTurnGivenBack() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(line -> line.startsWith("MAIL") ? ScriptedHost.CLOSE : polite(line));
        SmtpClient client =
            new SmtpClient(
                host.url(),
                new SmtpClientSettings(
                    "caucus.example", 1, SmtpClientSettings.Timeouts.RFC_5321, null))) {
      for (String who : List.of("ada", "bola")) {
        try (PipelinedSeries series = client.series()) {
          assertThatThrownBy(() -> send(series, who)).isInstanceOf(SmtpUnreachable.class);
        }
      }
    }
    assertThat(told).isEmpty();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
