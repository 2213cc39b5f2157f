package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Event;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is in a log today is read for ever. There is a commit of each event type on file; these
 * files are never changed, only added to. One that stands for an older form is kept beside it as
 * {@code type.2026-11.json}, or with its day.
 */
class GoldenEventsTest {
  private static final Path GOLDEN = Checkout.server("src/test/resources/golden");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(GOLDEN)) {
      return all.sorted().toList();
    }
  }

  static List<Event> samples() {
    return GoldenEvents.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsReadForEver(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);

    Commit commit = CommitCodec.read(7, bytes);

    assertThat(EventTypes.of(commit.events().getFirst())).isEqualTo(typeOf(file));
    // what was written then is what would be written now, and nothing is lost on the way
    assertThat(JSON.readTree(CommitCodec.write(commit))).isEqualTo(JSON.readTree(bytes));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFileOfATypeHoldsWhatItMeans(Event event) throws IOException {
    Path file = GOLDEN.resolve(EventTypes.of(event) + ".json");

    assertThat(CommitCodec.read(7, Files.readAllBytes(file))).isEqualTo(GoldenEvents.commit(event));
  }

  @Test
  void everyNameHasAFile() throws IOException {
    var names = files().stream().map(GoldenEventsTest::typeOf).toList();

    assertThat(new TreeSet<>(names)).isEqualTo(new TreeSet<>(EventTypes.all().keySet()));
  }

  @Test
  void everyEventThereCanBeHasAName() {
    Set<Class<?>> possible =
        Capabilities.ALL.stream()
            .flatMap(capability -> Capabilities.members(capability.events()))
            .collect(Collectors.toSet());

    assertThat(Set.<Class<?>>copyOf(EventTypes.all().values())).isEqualTo(possible);
  }

  private static String typeOf(Path file) {
    return file.getFileName().toString().replaceAll("(\\.\\d{4}-\\d{2}(-\\d{2})?)?\\.json$", "");
  }
}
