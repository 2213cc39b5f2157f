package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.loops.EmptyReplyGuard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer without words opens nothing again and is shown to nobody; what several addresses of one
 * letter ask is all done, or nothing is.
 */
class WordlessTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";

  private String answers;
  private int sent;

  @BeforeEach
  void closed() {
    office.submit(
        "amina", new IssueCommand.OpenIssue("COP", "Removal", "", "", List.of(), null, null, null));
    answers =
        office.tickets.address(
            "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("bola"));
    office.submit("amina", new IssueCommand.CloseIssue(issue().id(), IssueState.DONE, null));
  }

  private Issue issue() {
    String id = office.events(IssueEvent.IssueOpened.class).getLast().id();
    return office.state().issues().find(id).orElseThrow();
  }

  private List<Entry> said() {
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue().id()));
  }

  private String to(AddressCommand... verbs) {
    StringBuilder local = new StringBuilder(answers.substring(0, answers.indexOf('@')));
    for (AddressCommand verb : verbs) {
      local.append('+').append(verb.word());
    }
    return local + "@" + InboundPostOffice.DOMAIN;
  }

  private void answer(String text, String... to) throws IOException {
    String letter =
        """
        From: bola@press.example
        To: %s
        Subject: Re: [COP-1] Removal
        Message-ID: <answer.%d@press.example>

        %s
        """
            .formatted(String.join(", ", to), ++sent, text);
    office.send(BOLA, List.of(to), letter);
    office.settle();
  }

  private void assertRefused(Message why) {
    assertThat(said()).isEmpty();
    assertThat(issue().state()).isEqualTo(IssueState.DONE);
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.reasons()).containsExactly(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- \nBola Ade\nPress Union\n+234 1 555 0100",
        "Sent from my iPhone",
        "On Friday Amina wrote:\n> Amina closed COP-1 as done.\n",
        "\n\n> Amina closed COP-1 as done.\n\n-- \nBola"
      })
  void whatSaysNothingOpensNothingAgain(String text) throws IOException {
    answer(text, to());

    assertRefused(EmptyReplyGuard.WORDLESS);
  }

  @Test
  void doneOfWhatIsDoneIsSaidToItsAuthorAlone() throws IOException {
    answer("-- \nBola Ade", to(AddressCommand.DONE));

    assertRefused(EmptyReplyGuard.SO_ALREADY);
  }

  @Test
  void wordsBelowAQuotationAreWords() throws IOException {
    answer("> Amina closed COP-1 as done.\n\nIt is not.", to());

    assertThat(issue().state()).as("words alone open nothing").isEqualTo(IssueState.DONE);
    assertThat(said()).hasSize(1);
  }

  @Test
  void aVerbNeedsNoWords() throws IOException {
    answer("-- \nBola Ade", to(AddressCommand.FORWARDED));

    assertThat(issue().state()).isEqualTo(IssueState.WAITING);
  }

  @Test
  void severalVerbsOfOneAddressAreAllDone() throws IOException {
    answer("The agency has it.", to(AddressCommand.QUIET, AddressCommand.FORWARDED));

    assertThat(issue().state()).isEqualTo(IssueState.WAITING);
    assertThat(said()).hasSize(1);
    assertThat(office.events(IssueEvent.IssueQuieted.class)).hasSize(1);
  }

  @Test
  void theVerbsOfSeveralAddressesAreAllDoneAndItsWordsAreSaidOnce() throws IOException {
    answer("The agency has it.", to(), to(AddressCommand.FORWARDED), to(AddressCommand.QUIET));

    assertThat(issue().state()).isEqualTo(IssueState.WAITING);
    assertThat(said()).hasSize(1);
    assertThat(office.events(IssueEvent.IssueQuieted.class)).hasSize(1);
  }

  @Test
  void twoStatesRefuseAllOfIt() throws IOException {
    answer("The agency has it.", to(AddressCommand.DONE), to(AddressCommand.FORWARDED));

    assertRefused(RefusalMessages.TWO_STATES);
  }
}
