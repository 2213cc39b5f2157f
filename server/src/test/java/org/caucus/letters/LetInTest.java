package org.caucus.letters;

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
import org.caucus.command.SeatId;
import org.caucus.entries.Post;
import org.caucus.issues.IssueCommand;
import org.caucus.issues.IssueEvent;
import org.caucus.live.FrameRenderer;
import org.caucus.log.Installation;
import org.caucus.members.Audience;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.caucus.worlds.Mailbag;
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
