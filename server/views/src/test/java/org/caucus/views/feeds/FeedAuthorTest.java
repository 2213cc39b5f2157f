package org.caucus.views.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.issues.IssueFeed;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * What a stranger asked and a convenor let in stands in feeds under the name that pages give it.
 */
class FeedAuthorTest {
  private static final EntryLetter LETTER =
      new EntryLetter(
          "blob", "q@agency.example", "Uche Okeke <uche@agency.example>", false, List.of());
  private static final FeedMetadata PLACE =
      new FeedMetadata(
          "lists.example",
          "https://caucus.example/w/cop",
          "updates",
          "updates",
          "",
          "k".repeat(40),
          "",
          Instant.EPOCH,
          FeedMessages.ENGLISH);

  private static List<FeedEntry> read(Workspace state, SeatId reader) {
    return IssueFeed.newest(
        state, new FeedFormat.Reading(reader, PLACE, FeedFilter.NONE, Instant.EPOCH));
  }

  private static LetterEvent.LetterHeld asked() {
    return new LetterEvent.LetterHeld(
        "h1",
        new NewIssue("COP"),
        "cop@lists.example",
        "uche@agency.example",
        null,
        Hold.Awaits.CONVENOR,
        "A question",
        "When is the call?",
        LETTER,
        List.of("Its sender has no seat here."));
  }

  @Test
  void anIssueThatAConvenorLetInNamesWhoAskedIt() {
    Workspace state =
        Given.coalition().and(asked()).commits(AMINA, new LetterCommand.ApproveHold("h1")).state();

    for (SeatId reader : List.of(AMINA, BOLA, CHIKA)) {
      assertThat(read(state, reader))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.author()).isEqualTo("Uche Okeke");
                assertThat(entry.toString()).doesNotContain("agency.example");
              });
    }
  }

  @Test
  void anIssueOfASeatNamesIt() {
    var opens =
        new IssueCommand.OpenIssue("COP", "Appeals", "When?", "", List.of(), null, null, null);
    Workspace state = Given.coalition().does(BOLA, opens).state();

    assertThat(read(state, CHIKA))
        .extracting(FeedEntry::author)
        .containsExactly(state.members().nameOf(BOLA));
  }
}
