package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/**
 * What a member's own copy says of each event on file. What stands there is never changed, or older
 * copies would look altered; a field that an event gains leaves the server only with a line here.
 */
class ExportedEventsTest {
  private static final Path GOLDEN = Checkout.server("src/test/resources/golden");
  private static final Path SAID = Checkout.server("src/test/resources/exported-events.txt");

  @Test
  void aCopySaysOfEachEventWhatItAlwaysSaid() throws IOException {
    List<String> always = Files.readAllLines(SAID);
    List<String> said = said();

    assertThat(said.stream().filter(line -> !always.contains(line))).isEmpty();
    assertThat(always.stream().filter(line -> !said.contains(line))).isEmpty();
  }

  private static List<String> said() throws IOException {
    List<String> said = new ArrayList<>();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.sorted().toList()) {
        Event event = CommitCodec.read(7, Files.readAllBytes(file)).events().getFirst();
        String whole = said(event, ref -> true);
        String without = said(event, ref -> false);
        said.add(file.getFileName() + " " + whole);
        if (!without.equals(whole)) {
          said.add(file.getFileName() + " to whom the rest is hidden " + without);
        }
      }
    }
    return said;
  }

  private static String said(Event event, Predicate<Ref> reads) {
    try {
      return EventTypes.exported(event, reads).encode();
    } catch (IllegalStateException hidden) {
      return "in no copy";
    }
  }
}
