package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of one line that acts is done and shown to nobody; what says more is posted. */
class ActWordTest extends LetterWriting {
  private static final String QUOTE = "\n\nOn Monday, Amina wrote:\n> reopen\n> mine\n";

  private String id;
  private String ticket;

  @BeforeEach
  void anIssueIsTold() {
    id = opened(null);
    ticket = ticketOf("bola");
  }

  private int entries() {
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, id)).size();
  }

  private void says(String words) throws IOException {
    mail(BOLA, ticket, "Re: [COP-1] 24 hours", words + QUOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done",
        "Done!",
        "DONE.",
        "Done, thanks",
        "close",
        "Thanks. Done",
        "fait",
        "C'est fait, merci !",
        "terminé",
        "\u200fتم\u060c شكرا",
        "Hi all,\n\nDone.\n\nBest regards,\nBola"
      })
  void oneWordClosesItAndNothingIsPosted(String words) throws IOException {
    says(words);

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    assertThat(entries()).isZero();
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Done? I do not think so.", "Not done yet.", "done with the first half",
            "Done.\n\nBut see the annex.",
        "mine is another view", "due to the holiday we wait", "close to a result",
            "assign it yourselves!"
      })
  void whatSaysMoreIsPostedOrRefusedAndChangesNothing(String words) throws IOException {
    int before = entries() + refusals();
    says(words);

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
    assertThat(issue("COP-1").assignees()).isEmpty();
    assertThat(issue("COP-1").due()).isNull();
    assertThat(entries() + refusals()).isEqualTo(before + 1);
  }

  @Test
  void itIsTakenGivenAndHasADayInTheirOwnWords() throws IOException {
    says("mine please");
    assertThat(issue("COP-1").assignees()).containsExactly(office.seats.get("bola"));
    says("assign amina");
    assertThat(issue("COP-1").assignees()).containsExactly(office.seats.get("amina"));
    says("pour moi");
    assertThat(issue("COP-1").assignees()).containsExactly(office.seats.get("bola"));
    for (String words : new String[] {"due friday", "échéance vendredi", "استحقاق الجمعة"}) {
      says("due none");
      assertThat(issue("COP-1").due()).isNull();
      says(words);
      assertThat(issue("COP-1").due())
          .as(words)
          .isEqualTo(office.today().with(TemporalAdjusters.next(DayOfWeek.FRIDAY)));
    }
    assertThat(entries()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reopen", "Rouvrir.", "إعادة فتح"})
  void aWordOpensItAgain(String word) throws IOException {
    says("done");
    says(word);

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
    assertThat(entries()).isZero();
  }

  @Test
  void nobodyIsGivenWhatIsNotUnderstoodAndItsAuthorIsTold() throws IOException {
    says("assign Nobody Atall");

    assertThat(refused().getFirst()).contains("Nobody with this name can read this");
    assertThat(entries()).isZero();
  }
}
