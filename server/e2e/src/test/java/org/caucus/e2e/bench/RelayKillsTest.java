package org.caucus.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caucus.kernel.support.Seeds;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it relays loses no letter, and sends few again. */
@Tag("slow")
class RelayKillsTest {
  private static final int KILLS = Seeds.times(2);

  @TempDir Path directory;

  @Test
  void ofWhatWasAnswered250EveryReaderGetsALetterAndFewGetItAgain() throws Exception {
    RelayKills.Count count = RelayKills.run(directory, KILLS, 200);

    assertThat(count.accepted()).isEqualTo(KILLS);
    assertThat(count.lost()).isZero();
    assertThat(count.worst()).isLessThanOrEqualTo(DeliveryWorker.WINDOW);
  }
}
