package org.caucus.platform.observability.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Lines for the person who looks after an installation: all that happens, and of nobody. */
class SecurityLogTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(SecurityLog.class);

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-05-04T09:00:00Z");
  private final SecurityLog log =
      new SecurityLog(
          (purpose, value) -> Integer.toHexString((purpose + value).hashCode()).repeat(4),
          meters,
          () -> now);

  @BeforeEach
  void listen() {
    lines.start();
    LOG.setLevel(Level.INFO);
    LOG.addAppender(lines);
  }

  @AfterEach
  void leave() {
    LOG.detachAppender(lines);
    LOG.setLevel(null);
  }

  private String value(int line, String key) {
    return lines.list.get(line).getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(key))
        .map(pair -> String.valueOf(pair.value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneAccountIsFoundTogetherAndIsNotNamed() {
    log.entered(SecurityLog.Way.PASSKEY, "person-amina", "203.0.113.7");
    log.notEntered(SecurityLog.Way.CODE, "passkey-needed", "person-amina", "::1");
    log.refused("absent", "getIssue", "person-dara", "10.0.0.8");

    assertThat(value(0, "account")).isEqualTo(value(1, "account")).hasSize(12);
    assertThat(value(2, "account")).isNotEqualTo(value(0, "account"));
    assertThat(value(1, "way")).isEqualTo("code");
    assertThat(value(1, "reason")).isEqualTo("passkey-needed");
    assertThat(value(0, "peer")).isEqualTo("public4");
    assertThat(lines.list.toString() + lines.list.get(0).getKeyValuePairs())
        .doesNotContain("amina", "dara", "203.0");
  }

  @Test
  void allAreCountedAndAFloodIsNotAllWritten() {
    for (int i = 0; i < SecurityLog.LINES_PER_MINUTE + 250; i++) {
      log.notEntered(SecurityLog.Way.TOKEN, "unknown-or-ended", null, "198.51.100.9");
    }
    assertThat(lines.list).hasSize(SecurityLog.LINES_PER_MINUTE);
    now = now.plus(Duration.ofMinutes(1));
    log.refused("step-up", "createInvitation", "person-amina", "198.51.100.9");

    assertThat(lines.list).hasSize(SecurityLog.LINES_PER_MINUTE + 2);
    assertThat(value(SecurityLog.LINES_PER_MINUTE, "event")).isEqualTo("more");
    assertThat(value(SecurityLog.LINES_PER_MINUTE, "lines")).isEqualTo("250");
    assertThat(
            meters
                .get("caucus.sign.in.attempts")
                .tags("way", "token", "outcome", "refused")
                .counter()
                .count())
        .isEqualTo(SecurityLog.LINES_PER_MINUTE + 250.0);
    assertThat(meters.get("caucus.refusals").tag("reason", "step-up").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aFloodHidesNobodyWhoCameIn() {
    for (int i = 0; i < SecurityLog.LINES_PER_MINUTE + 1; i++) {
      log.refused("not-signed-in", "getIssue", null, "198.51.100.9");
    }
    log.entered(SecurityLog.Way.CODE, "person-amina", "198.51.100.9");

    assertThat(lines.list).hasSize(SecurityLog.LINES_PER_MINUTE + 1);
    assertThat(value(SecurityLog.LINES_PER_MINUTE, "outcome")).isEqualTo("entered");
  }

  @Test
  void aTokenThatIsUsedAllDayIsOneLineAnHour() {
    for (int i = 0; i < 100; i++) {
      log.entered("token-1", "person-amina", "127.0.0.1");
    }
    log.entered("token-2", "person-amina", "127.0.0.1");
    now = now.plus(Duration.ofHours(1));
    log.entered("token-1", "person-amina", "127.0.0.1");

    assertThat(lines.list).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,loopback",
    "::1,loopback",
    "192.168.7.9,private",
    "fd00:1::9,private",
    "fe80::1,private",
    "198.51.100.9,public4",
    "2001:db8::1,public6",
    "local,unknown"
  })
  void ofAPeerTheKindOfNetworkIsSaidAndNoMore(String peer, String kind) {
    assertThat(PeerClass.kind(peer)).isEqualTo(kind);
  }
}
