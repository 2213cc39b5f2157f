package org.caucus.coalition.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.e2e.worlds.Mailbag;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a convenor reads somebody's words first is nobody else's matter. What they let in is told as
 * its author's, to the person who reads along.
 */
class LetInTest {
  private static final FrameRenderer FRAMES =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));

  @TempDir Path directory;

  private static Given letIn() {
    return Given.coalition()
        .and(
            new IssueEvent.IssueOpened(
                "i1",
                "COP-1",
                "COP",
                "24 hours",
                "",
                "",
                List.of(CHIKA),
                null,
                Audience.everyone(),
                CHIKA),
            new LetterEvent.SeatModerated(BOLA, true, AMINA))
        .commits(
            BOLA,
            new IssueCommand.CommentIssue("i1", Post.web("Within twenty-four hours.", null, null)))
        .commits(AMINA, new LetterCommand.ApproveHold(Given.THING));
  }

  private static List<String> named(Given given, SeatId reader) {
    Commit commit = given.state().history().getLast();
    JsonArray happened =
        FRAMES.frame(given.state(), commit, reader).orElseThrow().getJsonArray("happened");
    return happened.stream()
        .map(JsonObject.class::cast)
        .map(h -> h.getString("verb") + " " + h.getString("seat"))
        .toList();
  }

  @Test
  void aFrameNamesItsAuthorAndToWhoDecidesTheConvenorToo() {
    assertThat(named(letIn(), VERA)).containsExactly("entry.posted bola");
    assertThat(named(letIn(), AMINA)).containsExactly("letter.approved amina", "entry.posted bola");
  }

  @Test
  void aNoticeSaysThatItsAuthorWrote() {
    try (Installation installation = Installation.open(directory)) {
      List<String> letters =
          new Mailbag(installation.vault()).of(letIn().state(), CHIKA, List.of());

      assertThat(letters)
          .filteredOn(letter -> letter.contains("Within twenty-four hours."))
          .isNotEmpty()
          .allMatch(letter -> letter.contains("Bola wrote"))
          .noneMatch(letter -> letter.contains("Amina"));
    }
  }
}
