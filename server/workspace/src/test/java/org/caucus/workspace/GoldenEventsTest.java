package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
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
    List<Class<?>> possible = new ArrayList<>();
    for (Class<?> kind :
        List.of(
            MemberEvent.class,
            ListEvent.class,
            EntryEvent.class,
            IssueEvent.class,
            UpdateEvent.class,
            DraftEvent.class,
            ActionEvent.class,
            LetterEvent.class,
            AudienceEvent.class,
            ViewAsEvent.class)) {
      possible.addAll(List.of(kind.getPermittedSubclasses()));
    }

    assertThat(new HashSet<Class<?>>(EventTypes.all().values())).hasSameElementsAs(possible);
  }

  private static String typeOf(Path file) {
    return file.getFileName().toString().replaceAll("(\\.\\d{4}-\\d{2}(-\\d{2})?)?\\.json$", "");
  }
}
