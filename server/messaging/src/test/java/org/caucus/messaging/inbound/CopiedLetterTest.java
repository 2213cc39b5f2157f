package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The person who was given a copy of a letter, or knows its Message-ID, learns nothing of where it
 * stands by sending it on: what becomes of theirs is the same whether or not it stands where they
 * cannot read.
 */
class CopiedLetterTest extends AtInboundPostOffice {
  private static final String AMINA = "amina@rights.example";
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";
  private static final String VERA = "vera@vista.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String SECRET = "The takedown memo is due on Friday.";

  private String narrow;

  /** A thread for all, in which something was said among civil society. */
  @BeforeEach
  void among() {
    String thread =
        office.submit(
            "amina", new ListCommand.StartThread("coalition", "Memo", Post.web("Due", null, null)));
    narrow =
        office.submit(
            "amina",
            new ListCommand.AnswerThread(
                thread, Post.web("Between us.", null, Audience.civilSociety())));
  }

  private static String letter(String from, String id, String text, String more) {
    return "From: %s\nTo: %s\nSubject: Re: Memo\nMessage-ID: <%s>\n%s\n%s\n"
        .formatted(from, COALITION, id, more, text);
  }

  /** Bola says it among civil society, under this identifier. */
  private void saysInPrivate(String id) throws IOException {
    office.post(
        BOLA,
        COALITION,
        letter(BOLA, id, SECRET, "In-Reply-To: <" + narrow + "@caucus.example>\n"));
    assertThat(entries(id).getFirst().audience()).isEqualTo(Audience.civilSociety());
  }

  private List<Entry> entries(String id) {
    return office.state().entries().allByMessageId(id).toList();
  }

  private List<SeatId> authors(String id) {
    return entries(id).stream().map(Entry::seat).toList();
  }

  private String ticket(String person) {
    return office.tickets.address(
        "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get(person));
  }

  @Test
  void aCopySentToTheSameListIsPostedLikeAnyLetter() throws IOException {
    saysInPrivate("m1@press.example");

    office.post(CHIKA, COALITION, letter(CHIKA, "m1@press.example", SECRET, ""));

    assertThat(office.events(LetterEvent.LetterDropped.class)).isEmpty();
    assertThat(authors("m1@press.example"))
        .containsExactly(office.seats.get("bola"), office.seats.get("chika"));
  }

  @Test
  void aCopySentToAnAnswerAddressIsPostedLikeAnyAnswer() throws IOException {
    saysInPrivate("m1@press.example");
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "Other", Post.web("Yes", null, null)));

    office.post(CHIKA, ticket("chika"), letter(CHIKA, "m1@press.example", SECRET, ""));

    assertThat(office.events(LetterEvent.LetterDropped.class)).isEmpty();
    assertThat(authors("m1@press.example"))
        .containsExactly(office.seats.get("bola"), office.seats.get("chika"));
  }

  @Test
  void oneAnswerSentToTwoConversationsStandsInBothOnce() throws IOException {
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "One", Post.web("1", null, null)));
    String first = ticket("bola");
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "Two", Post.web("2", null, null)));
    String second = ticket("bola");
    for (String address : List.of(first, second, first, second)) {
      office.post(BOLA, address, letter(BOLA, "m1@press.example", "On Friday then.", ""));
    }

    assertThat(entries("m1@press.example"))
        .extracting(Entry::parent)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(office.events(LetterEvent.LetterDropped.class)).hasSize(2);
  }

  @Test
  void aConversationUnderAnIdentifierThatIsHiddenGoesOnLikeAnyOther() throws IOException {
    saysInPrivate("m1@press.example");
    office.post(CHIKA, COALITION, letter(CHIKA, "m1@press.example", "Is it twelve?", ""));
    Ref asked = entries("m1@press.example").getLast().parent();

    office.post(
        VERA,
        COALITION,
        letter(VERA, "m2@vista.example", "It is.", "In-Reply-To: <m1@press.example>\n"));
    office.post(
        AMINA,
        COALITION,
        letter(AMINA, "m3@rights.example", "Noted.", "In-Reply-To: <m2@vista.example>\n"));

    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().parent()).isEqualTo(asked);
    assertThat(entries("m2@vista.example").getFirst().parent()).isEqualTo(asked);
    assertThat(entries("m2@vista.example").getFirst().answers())
        .isEqualTo(entries("m1@press.example").getLast().id());
  }

  @Test
  void theWordsOfAnUpdateSentOnAreAnsweredLikeAnyOthers() throws IOException {
    String update =
        "From: %s\nTo: %s\nSubject: Notices\nMessage-ID: <%s>\n\nWe answer within twelve hours.\n";
    String address = "updates.chirp@caucus.example";
    office.send(CHIKA, List.of(address), update.formatted(CHIKA, address, "u1@chirp.example"));
    office.settle();
    int refused = office.events(LetterEvent.LetterRefused.class).size();

    office.send(VERA, List.of(address), update.formatted(VERA, address, "u1@chirp.example"));
    office.settle();

    assertThat(office.events(LetterEvent.LetterDropped.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class)).hasSize(refused + 1);
  }
}
