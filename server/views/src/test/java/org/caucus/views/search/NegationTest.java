package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What begins with a minus is left out, among what its reader may read. */
class NegationTest {
  private final Searcher searcher = new Searcher();
  private Given given = Given.coalition();

  @AfterEach
  void close() {
    searcher.close();
  }

  private void says(String id, String thread, SeatId seat, String text, Audience audience) {
    says(id, thread, seat, text, audience, null);
  }

  private void says(
      String id, String thread, SeatId seat, String text, Audience audience, EntryLetter letter) {
    given =
        given.and(
            new EntryEvent.EntryPosted(
                id,
                Ref.to(Ref.Kind.THREAD, thread),
                null,
                seat,
                audience,
                text,
                Channel.MAIL,
                letter));
  }

  private List<String> found(SeatId seat, String question) {
    return searcher.found(given.state(), seat, question);
  }

  private void draft() {
    Audience chirp = Audience.withCompany("chirp");
    given =
        given.and(
            new ListEvent.ThreadStarted(
                "t1", "coalition", "Memo on the draft", Audience.everyone(), AMINA),
            new ListEvent.ThreadStarted("t2", "chirp-desk", "Figures", chirp, AMINA));
    says("e1", "t1", BOLA, "The removal notice within 24 hours is too short.", Audience.everyone());
    says("e2", "t1", AMINA, "Our line: we walk out if platforms sign.", Audience.civilSociety());
    says("e3", "t2", CHIKA, "Notices received: 4,212 since January.", chirp);
    var file = new EntryLetter.Attachment(0, "memo.pdf", "application/pdf", 9);
    EntryLetter letter = new EntryLetter("blob", "1@rights.example", null, false, List.of(file));
    says("e4", "t2", BOLA, "Notice of the figures, attached.", chirp, letter);
  }

  @Test
  void whatBeginsWithAMinusMustNotStandThere() {
    draft();
    assertThat(found(AMINA, "notice -figures")).containsExactly("e1");
    assertThat(found(AMINA, "notice -removals")).as("in any form").containsExactly("e4");
    assertThat(found(AMINA, "notice -\"removal notice\"")).containsExactly("e4");
    assertThat(found(AMINA, "notice -\"notice removal\"")).containsExactly("e4", "e1");
    assertThat(found(AMINA, "-notice")).containsExactly("e2");
    assertThat(found(AMINA, "-notice -walk")).isEmpty();
    assertThat(found(AMINA, "\u2212notice")).containsExactly("e2");
    assertThat(found(AMINA, "notice -from:chika -from:\"press union\"")).isEmpty();
    assertThat(found(AMINA, "-from:bola")).containsExactly("e3", "e2");
    assertThat(found(AMINA, "notice -list:chirp-desk")).containsExactly("e1");
    assertThat(found(AMINA, "-list:chirp-desk -list:coalition")).isEmpty();
    assertThat(found(AMINA, "notice -has:attachment")).containsExactly("e3", "e1");
    assertThat(found(AMINA, "notice -after:2000")).isEmpty();
    assertThat(found(AMINA, "notice -before:2000")).containsExactly("e4", "e1");
    assertThat(found(AMINA, "short notice - within")).as("a dash alone").containsExactly("e1");
    assertThat(found(CHIKA, "-removal")).as("what she may read").containsExactly("e4");
    assertThat(found(VERA, "-nobody-said-this")).containsExactly("e1");
  }

  @Test
  void whatIsWrongWithItIsSaidAsOfAllElse() {
    assertThatThrownBy(() -> SearchQuery.of("- --")).hasMessageContaining("Write a word");
    assertThatThrownBy(() -> SearchQuery.of("-from: x"))
        .hasMessageContaining("The name after from: is missing");
    assertThatThrownBy(() -> SearchQuery.of("-has:wings")).hasMessageContaining("attachment");
    assertThatThrownBy(() -> SearchQuery.of("-a ".repeat(25)))
        .hasMessageContaining("The limit is 24");
  }
}
