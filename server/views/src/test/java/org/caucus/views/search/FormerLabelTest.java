package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By the label an issue had for fewer it is found no more: the label says for whom. */
class FormerLabelTest {
  private final Searcher searcher = new Searcher();
  private Given given = Given.coalition();

  @AfterEach
  void close() {
    searcher.close();
  }

  private List<String> found(SeatId seat, String question) {
    return searcher.found(given.state(), seat, question);
  }

  /** The label of a narrower row of numbers says with whom something was before. */
  @Test
  void whoComesByAWideningFindsNothingByTheLabelOfBefore() {
    Audience before = Audience.withCompany("chirp");
    given =
        given
            .and(
                new IssueEvent.IssueOpened(
                    "i1",
                    "COP-WITH-CHIRP-1",
                    "COP",
                    "Appeals",
                    "Who hears them?",
                    "",
                    List.of(),
                    null,
                    before,
                    AMINA))
            .and(
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.ISSUE, "i1"), before, Audience.everyone(), AMINA, "COP-1"));
    assertThat(found(VERA, "appeals")).containsExactly("i1");
    assertThat(found(VERA, "cop-with-chirp-1")).isEmpty();
    assertThat(found(VERA, "chirp list:cop")).isEmpty();
    assertThat(found(VERA, "cop-1")).containsExactly("i1");
  }

  /** The same in an index that had read it before. */
  @Test
  void aWideningMovesTheLabelInAnIndexThatIsThere() {
    Audience before = Audience.withCompany("chirp");
    given =
        given.and(
            new IssueEvent.IssueOpened(
                "i1",
                "COP-WITH-CHIRP-1",
                "COP",
                "Appeals",
                "Who hears them?",
                "",
                List.of(),
                null,
                before,
                AMINA));
    assertThat(found(AMINA, "cop-with-chirp-1")).containsExactly("i1");
    assertThat(found(VERA, "appeals")).isEmpty();

    given =
        given.and(
            new AudienceEvent.Widened(
                Ref.to(Ref.Kind.ISSUE, "i1"), before, Audience.everyone(), AMINA, "COP-1"));

    assertThat(found(VERA, "cop-with-chirp-1")).isEmpty();
    assertThat(found(VERA, "cop-1")).containsExactly("i1");
    assertThat(found(VERA, "appeals")).containsExactly("i1");
  }
}
