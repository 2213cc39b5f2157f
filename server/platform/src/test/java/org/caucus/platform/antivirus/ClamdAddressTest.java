package org.caucus.platform.antivirus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files are handed over in clear: nowhere but on this machine. */
class ClamdAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"unix:/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310"})
  void onThisMachine(String text) {
    assertThat(ClamdAddress.parse(text).socket().toString())
        .contains(text.contains("/") ? "/run" : "3310");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.7:3310", "scanner.example:3310", "127.0.0.1", "unix:clamd.ctl", ":3310"})
  void nowhereElse(String text) {
    assertThatThrownBy(() -> ClamdAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whereNobodyListensNothingIsTold(@TempDir Path directory) {
    Scanner away = new Clamd(ClamdAddress.parse("unix:" + directory.resolve("nobody")));

    assertThat(away.scan(List.of(new byte[1])).await()).isEqualTo(new Scanner.Verdict.Away());
  }
}
