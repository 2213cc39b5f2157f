package org.caucus.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What works and is seldom meant is said by name at the start. */
class SettingWarningsTest {
  private static List<String> doubts(String... more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "CAUCUS_DOMAIN", "lists.rights.example",
                "CAUCUS_BASE_URL", "https://caucus.rights.example",
                "CAUCUS_OPERATORS", "op@rights.example"));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return SettingWarnings.of(Settings.from(all::get), all);
  }

  @Test
  void anOrdinaryInstallationHearsNothing() {
    assertThat(doubts()).isEmpty();
    assertThat(
            doubts("CAUCUS_CHECKING_PEERS", "127.0.0.1", "CAUCUS_AUTHSERV_ID", "mx.rights.example"))
        .isEmpty();
  }

  @Test
  void whatDoesNothingAloneIsNamed() {
    assertThat(doubts("CAUCUS_CHECKING_PEERS", "127.0.0.1"))
        .singleElement()
        .asString()
        .startsWith("CAUCUS_CHECKING_PEERS does nothing without CAUCUS_AUTHSERV_ID");
    assertThat(doubts("CAUCUS_AUTHSERV_ID", "mx.rights.example")).hasSize(1);
    assertThat(doubts("CAUCUS_CLUSTER_PEERS", "10.0.0.2")).hasSize(1);
    assertThat(doubts("CAUCUS_DKIM_SELECTOR", "caucus")).hasSize(1);
  }

  @Test
  void whatTrustsEverybodyIsNamed() {
    assertThat(doubts("CAUCUS_TRUSTED_PEERS", "0.0.0.0/0"))
        .singleElement()
        .asString()
        .contains("anybody can write as anybody");
    assertThat(doubts("CAUCUS_TRUSTED_PROXIES", "::/0")).hasSize(1);
  }

  @Test
  void whatIsNotSetIsNamed() {
    assertThat(doubts("CAUCUS_DOMAIN", "", "CAUCUS_BASE_URL", "", "CAUCUS_OPERATORS", ""))
        .hasSize(3);
    assertThat(doubts("CAUCUS_DOMIAN", "x")).hasSize(1);
  }
}
