package org.caucus.coalition.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.ListCommand.AnswerThread;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R2 and R3: the audience of what is said. */
class PostingTest {
  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, "t1");
  private static final Audience EVERYONE = Audience.everyone();
  private static final Audience CIVIL = Audience.civilSociety();
  private static final Audience CHIRP = Audience.withCompany("chirp");

  /** A thread everyone reads; Bola's entry in it is for civil society and Chirp. */
  private static Given thread() {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted("t1", "coalition", "Removal notice", EVERYONE, AMINA),
            entry("e1", AMINA, EVERYONE),
            entry("e2", BOLA, CHIRP));
  }

  private static EntryEvent.EntryPosted entry(String id, SeatId seat, Audience audience) {
    return new EntryEvent.EntryPosted(
        id, THREAD, null, seat, audience, "24 hours are short", Channel.WEB, null);
  }

  private static AnswerThread says(@Nullable String answers, @Nullable Audience audience) {
    return new AnswerThread("t1", Post.web("We agree.", answers, audience));
  }

  private static Audience audienceOf(Given.When when) {
    return ((EntryEvent.EntryPosted) when.last()).audience();
  }

  @Test
  void aPostTakesTheAudienceOfItsThread() {
    assertThat(audienceOf(thread().when(VERA, says(null, null)))).isEqualTo(EVERYONE);
  }

  @Test
  void aReplyTakesTheAudienceOfTheEntryItAnswers() {
    assertThat(audienceOf(thread().when(CHIKA, says("e2", null)))).isEqualTo(CHIRP);
    assertThat(audienceOf(thread().when(CHIKA, says("e1", null)))).isEqualTo(EVERYONE);
  }

  @Test
  void aReplyMayBeNarrowed() {
    assertThat(audienceOf(thread().when(BOLA, says("e2", CIVIL)))).isEqualTo(CIVIL);
    Audience two = Audience.named(List.of(BOLA, CHIKA));
    assertThat(audienceOf(thread().when(CHIKA, says("e2", two)))).isEqualTo(two);
  }

  @Test
  void aReplyIsNeverWidened() {
    for (Audience wider : List.of(EVERYONE, Audience.withCompany("vista"))) {
      thread().when(BOLA, says("e2", wider)).refused(Refusal.Kind.INVALID, "audience");
    }
    thread()
        .when(BOLA, says("e2", Audience.named(List.of(BOLA, VERA))))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void itsAuthorIsInside() {
    thread().when(CHIKA, says("e2", CIVIL)).refused(Refusal.Kind.INVALID, "audience");
    thread()
        .when(BOLA, says("e2", Audience.named(List.of(AMINA))))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void whatOneCannotReadOneCannotAnswerAndItSoundsLikeNothing() {
    var hidden = thread().when(VERA, says("e2", null)).refused(Refusal.Kind.INVALID, "answers");
    var absent = thread().when(VERA, says("none", null)).refused(Refusal.Kind.INVALID, "answers");

    assertThat(hidden.why()).isEqualTo(absent.why());
  }

  @Test
  void anAudienceNamesOnlyWhoIsHere() {
    for (Audience unknown :
        List.of(
            Audience.withCompany("nobody"),
            Audience.withCompany("press"),
            Audience.named(List.of(BOLA, new SeatId("nobody"))))) {
      thread().when(BOLA, says(null, unknown)).refused(Refusal.Kind.INVALID, "audience");
    }
  }

  @Test
  void observersReadAlongAndEndedSeatsAreToldNothing() {
    thread().when(CLAIRE, says(null, null)).refused(Refusal.Kind.FORBIDDEN);
    thread().when(EMEKA, says(null, null)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anEmptyPostIsRefused() {
    thread()
        .when(BOLA, new AnswerThread("t1", Post.web("  \n", null, null)))
        .refused(Refusal.Kind.INVALID, "text");
  }

  @Test
  void aLetterMayBeEmptyAndIsFoundByTheFirstMessageIdOnly() {
    EntryLetter letter = new EntryLetter("blob", "one@press.example", null, false, List.of());
    Given given = thread().does(BOLA, new AnswerThread("t1", new Post("", null, null, letter)));

    assertThat(given.state().entries().byMessageId("one@press.example").orElseThrow().id())
        .isEqualTo(Given.ENTRY);
    assertThat(
            given
                .and(
                    new EntryEvent.EntryPosted(
                        "later", THREAD, null, CHIKA, EVERYONE, "", Channel.MAIL, letter))
                .state()
                .entries()
                .byMessageId("one@press.example")
                .orElseThrow()
                .id())
        .isEqualTo(Given.ENTRY);
  }
}
