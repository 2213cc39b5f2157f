package org.caucus.platform.observability.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about security shows the table as it is. */
class AccessGrantTest {
  private static String page() throws IOException {
    return Files.readString(Checkout.server("docs/SECURITY.md"));
  }

  private static String row(String first, Function<RevocationCause, String> cell) {
    return Arrays.stream(RevocationCause.values())
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
  }

  @Test
  void thePageNamesAllEnds() throws IOException {
    assertThat(page()).contains(row("", RevocationCause::called).replace("|  |", "| |"));
  }

  @ParameterizedTest
  @EnumSource
  void thePageSaysWhatEndsIt(AccessGrant way) throws IOException {
    String name = way.name().toLowerCase(Locale.ROOT).replace('_', ' ');

    assertThat(page()).contains(row(name, end -> way.isEndedBy(end) ? "ends" : ""));
  }
}
