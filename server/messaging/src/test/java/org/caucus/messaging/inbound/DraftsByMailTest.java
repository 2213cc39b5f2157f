package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.saying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.moderation.HoldCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another liaison of a company answers the question whether they stand by a draft, by a socket. */
class DraftsByMailTest {
  private static final String CHIKA = "chika@chirp.example";
  private static final String CHIDI = "chidi@chirp.example";
  private static final String VERA = "vera@vista.example";
  private static final String AMINA = "amina@rights.example";
  private static final String DECIDE = "cop+" + HoldCodes.DETAIL + "@caucus.example";

  @TempDir Path directory;
  private InboundPostOffice office;
  private int letters;

  @BeforeEach
  void open() throws IOException {
    office = new InboundPostOffice(directory, SenderTrust.nobody()).withCoalition();
    office.join("chidi", "chirp", Role.LIAISON);
    office.submit("chika", new DraftCommand.RuleCompany(true));
    office.submit("chika", saying("Within 48 hours."));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Draft draft() {
    return office.state().updates().drafts().byId().values().iterator().next();
  }

  private String code(String seat) {
    return office.codes.ofDraft(office.workspace, draft(), office.seats.get(seat));
  }

  private void answer(String from, String text, String more) throws IOException {
    String letter =
        "From: %s\nTo: %s\nSubject: Re: Appeals\nMessage-ID: <%d@client.example>\n%s\n%s\n"
            .formatted(from, DECIDE, ++letters, more, text);
    assertThat(office.send(from, List.of(DECIDE), letter).getLast()).startsWith("250");
    office.settle();
  }

  private void answer(String from, String text) throws IOException {
    answer(from, text, "");
  }

  private List<Message> told() {
    return office.events(LetterEvent.LetterRefused.class).getLast().reasons();
  }

  private void assertWaits(Message why) {
    assertThat(draft().isAsked()).isTrue();
    assertThat(told()).containsExactly(why);
  }

  @Test
  void approveWithTheCodePublishesItInItsAuthorsName() throws IOException {
    answer(CHIDI, "Approve.\n\n> Your answer goes above this line.\n> " + code("chidi"));

    assertThat(draft().state()).isEqualTo(Draft.State.PUBLISHED);
    Update update = office.state().updates().byId().values().iterator().next();
    assertThat(update.seat()).isEqualTo(office.seats.get("chika"));
    assertThat(office.events(DraftEvent.DraftPublished.class).getFirst().by())
        .isEqualTo(office.seats.get("chidi"));
  }

  @Test
  void rejectSendsItBackWithWhatIsWrittenBelow() throws IOException {
    String code = code("chidi");
    answer(CHIDI, "reject " + code + "\n\nSay from which day on.\n\n> Within 48 hours.");

    assertThat(office.events(DraftEvent.DraftReturned.class))
        .extracting(DraftEvent.DraftReturned::note)
        .containsExactly("Say from which day on.");
    answer(CHIDI, "approve " + code); // it works once
    assertThat(told()).containsExactly(RefusalMessages.DRAFT_DECIDED);
    assertThat(draft().state()).isEqualTo(Draft.State.WAITING);
  }

  @Test
  void theCodeOfAnOlderVersionDecidesNothing() throws IOException {
    String code = code("chidi");
    office.submit(
        "chika", new UpdateCommand.ReviseDraft(draft().id(), 1, saying("Some day."), null));

    answer(CHIDI, "approve " + code);

    assertWaits(RefusalMessages.DRAFT_DECIDED);
    answer(CHIDI, "approve " + code("chidi"));
    assertThat(draft().state()).isEqualTo(Draft.State.PUBLISHED);
  }

  @Test
  void aCodeIsOfOneLiaisonAndItsAuthorAgreesWithNobody() throws IOException {
    for (String other : List.of(CHIKA, VERA, AMINA, "uche@stranger.example")) {
      answer(other, "approve " + code("chidi"));
      assertWaits(RefusalMessages.NO_CODE);
    }
    answer(CHIKA, "approve " + code("chika")); // which nobody was sent
    assertThat(draft().isAsked()).isTrue();
    answer(VERA, "approve " + code("vera"));
    assertThat(draft().isAsked()).isTrue();
    assertThat(told().getFirst().english()).doesNotContain("draft");
  }

  @Test
  void machinesPlainAnswersAndOtherWordsDecideNothing() throws IOException {
    answer(CHIDI, "approve " + code("chidi"), "Auto-Submitted: auto-replied\n");
    assertThat(office.events(LetterEvent.LetterRefused.class)).isEmpty();
    assertThat(draft().isAsked()).isTrue();
    answer(CHIDI, "I would approve this.\n\n> " + code("chidi"));
    assertWaits(RefusalMessages.NO_WORD);
    answer(CHIDI, "discard " + code("chidi"));
    assertWaits(RefusalMessages.NO_WORD_OF_DRAFT);
    answer(CHIDI, "approve");
    assertWaits(RefusalMessages.NO_CODE);
  }
}
