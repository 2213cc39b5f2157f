package org.caucus.messaging.notifications.digests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gathers is read as it was written, and leaves at six where its reader is. */
class PendingDigestTest {
  private static final WorkspaceId CODE = new WorkspaceId("w".repeat(26));
  private static final SeatId BEN = new SeatId("s".repeat(26));

  @Test
  void itIsReadAsItWasWritten() {
    PendingDigest gathering =
        PendingDigest.before(CODE, BEN, "coalition", 7)
            .with(7, 1, List.of("7/0"))
            .knowing(9)
            .readied(8, List.of("post1"))
            .with(11, 1, List.of("11/0"));

    assertThat(PendingDigest.read(gathering.write())).isEqualTo(gathering);
    assertThat(gathering.ready()).isEqualTo(new PendingDigest.Ready(7, 9, List.of("post1")));
    assertThat(gathering.items(7)).containsExactly("7/0");
    PendingDigest rest = gathering.sent(7, List.of());
    assertThat(PendingDigest.read(rest.write())).isEqualTo(rest);
    assertThat(rest.ready()).isNull();
    assertThat(rest.items()).containsExactly("11/0");
  }

  @Test
  void oneOfBeforeIsReadToo() {
    String written =
        "{\"workspace\":\"%s\",\"seat\":\"%s\",\"list\":\"coalition\",\"after\":6,\"upTo\":7,\"posts\":1}"
            .formatted(CODE.value(), BEN.value());

    assertThat(PendingDigest.read(written.getBytes(UTF_8)))
        .isEqualTo(PendingDigest.before(CODE, BEN, "coalition", 7).with(7, 1, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00:00Z, Europe/Berlin, 2026-03-29T04:00:00Z",
    "2026-10-24T12:00:00Z, Europe/Berlin, 2026-10-25T05:00:00Z",
    "2026-03-29T03:59:59Z, Europe/Berlin, 2026-03-29T04:00:00Z",
    "2026-03-29T04:00:00Z, Europe/Berlin, 2026-03-30T04:00:00Z",
    "2026-06-21T23:00:00Z, Africa/Lagos, 2026-06-22T05:00:00Z",
    "2026-06-21T10:00:00Z, Pacific/Kiritimati, 2026-06-21T16:00:00Z",
  })
  void sixIsSixOnDaysOnWhichClocksChange(Instant now, ZoneId zone, Instant morning) {
    assertThat(PendingDigest.morning(now, zone)).isEqualTo(morning);
  }
}
