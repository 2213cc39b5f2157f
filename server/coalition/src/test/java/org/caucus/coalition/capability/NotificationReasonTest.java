package org.caucus.coalition.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people are told for. */
class NotificationReasonTest {
  private static final Pattern WAYS =
      Pattern.compile("\\n {8}ways:\\n {10}type: array\\n {10}maxItems: (\\d+)");

  /** Settings are saved as a whole: with a kind more than the contract takes nobody saves any. */
  @Test
  void theContractTakesAWayForEach() throws IOException {
    Matcher ways = WAYS.matcher(contract());
    int seen = 0;
    while (ways.find()) {
      seen++;
      assertThat(Integer.parseInt(ways.group(1)))
          .isGreaterThanOrEqualTo(NotificationReason.values().length);
    }

    assertThat(seen).isEqualTo(2);
  }

  private static String contract() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(NotificationReasonTest.class.getResourceAsStream("/openapi.yaml"))) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
