package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.caucus.app.settings.Settings;
import org.caucus.coalition.lists.MailContent.Waits;
import org.junit.jupiter.api.Test;

/** Mail waits the minute in which a post can be taken back, unless somebody chose otherwise. */
class MailWaitsTest {
  private static Waits waits(Map<String, String> settings) {
    return Settings.from(settings::get).mailWaits();
  }

  @Test
  void allMailWaitsUnlessTheOperatorChose() {
    assertThat(waits(Map.of())).isEqualTo(Waits.ALL);
    assertThat(waits(Map.of("CAUCUS_MAIL_WAITS", "across"))).isEqualTo(Waits.ACROSS);
    assertThat(waits(Map.of("CAUCUS_MAIL_WAITS", "none"))).isEqualTo(Waits.NONE);
    assertThatThrownBy(() -> waits(Map.of("CAUCUS_MAIL_WAITS", "never")))
        .hasMessageContaining(
            "CAUCUS_MAIL_WAITS cannot be \"never\". Allowed: all, across or none.");
  }
}
