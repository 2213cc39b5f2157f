package org.caucus.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/** The operator sees every kind of jobs. */
class JobKindsTest {
  private static final Pattern STORE =
      Pattern.compile("new Job(?:Type<>|Schedule)\\(\\s*(?:mongo, vault, )?\"([a-z-]+)\"");

  @Test
  void everyStoreOfJobsIsListed() {
    List<String> stores = Checkout.sources("main").stream().flatMap(JobKindsTest::stores).toList();

    assertThat(stores).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    assertThat(JobKinds.COLLECTIONS.values()).contains("outbox").containsAll(stores);
  }

  private static Stream<String> stores(Path file) {
    try {
      return STORE
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult found) -> found.group(1))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
