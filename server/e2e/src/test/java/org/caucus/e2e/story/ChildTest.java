package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ChildTest {
  @TempDir Path data;

  @Test
  void aServerThatDoesNotStartSaysWhereItStandsAndIsEnded() throws Exception {
    Child child = new Child(data, Map.of(), Stuck.class.getName());
    URI nowhere = URI.create("http://127.0.0.1:" + Ports.free());

    assertThatThrownBy(() -> child.healthy(nowhere, Duration.ofSeconds(8)))
        .hasMessageContaining("it did not start")
        .hasMessageContaining("Stuck.main");
    assertThat(child.ended()).isNotZero();
  }

  /** Waits for ever. */
  static final class Stuck {
    private Stuck() {}

    /** Never ends. */
    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }
}
