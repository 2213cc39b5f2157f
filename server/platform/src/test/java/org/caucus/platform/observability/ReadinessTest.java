package org.caucus.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.platform.observability.Readiness.Check;
import org.junit.jupiter.api.Test;

/** Ready, or not, or ready with something to look at: always with the reason. */
class ReadinessTest {
  private static Check check(String name, boolean vital, Future<Optional<String>> fault) {
    return new Check(name, vital, () -> fault);
  }

  private static Future<Optional<String>> fine() {
    return Future.succeededFuture(Optional.empty());
  }

  @Test
  void isReadyWhenAllIsWell() {
    var report = new Readiness(List.of(check("database", true, fine()))).look();

    assertThat(report.ready()).isTrue();
    assertThat(report.json().getString("status")).isEqualTo("ready");
    assertThat(report.json().getJsonArray("reasons")).isEmpty();
  }

  @Test
  void whatIsNotVitalIsToldButDoesNotStopIt() {
    var full = Future.succeededFuture(Optional.of("The disk has 12 MiB left."));

    var report =
        new Readiness(List.of(check("database", true, fine()), check("space", false, full))).look();

    assertThat(report.ready()).isTrue();
    assertThat(report.json().getString("status")).isEqualTo("ready, but needs a look");
    assertThat(report.json().getJsonArray("reasons").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("check", "space")
                .put("vital", false)
                .put("reason", "The disk has 12 MiB left."));
  }

  @Test
  void whatIsVitalStopsItAlsoWhenTheCheckItselfFails() {
    Future<Optional<String>> broken = Future.failedFuture(new IllegalStateException("no answer"));

    var report = new Readiness(List.of(check("database", true, broken))).look();

    assertThat(report.ready()).isFalse();
    assertThat(report.json().encode())
        .contains("not ready")
        .contains("IllegalStateException")
        .doesNotContain("no answer");
  }
}
