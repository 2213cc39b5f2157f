package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterEvent.LetterObeyed;
import org.caucus.coalition.moderation.LetterEvent.LetterPassedOn;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses beside those of lists: what only sends, the owners, and what Mailman calls so. */
class ServiceAddressTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String STRANGER = "desk@agency.example";
  private int letters;

  private String write(String from, String to, String text) throws IOException {
    letters++;
    String letter =
        "From: <%s>\nTo: <%s>\nSubject: Hi\nMessage-ID: <%d@press.example>\n\n%s\n"
            .formatted(from, to, letters, text);
    String answer = office.send(from, List.of(to), letter).getLast();
    office.settle();
    return answer;
  }

  private List<Message> refusals() {
    return office.events(LetterEvent.LetterRefused.class).stream()
        .flatMap(e -> e.reasons().stream())
        .toList();
  }

  private Delivery mode(String person, String list) {
    return office.state().lists().delivery(office.seats.get(person), list);
  }

  @Test
  void whatOnlySendsSaysSo() throws IOException {
    write(BOLA, "cop+notices@caucus.example", "Thank you.");
    write(STRANGER, "cop+notices@caucus.example", "Who are you?");

    assertThat(refusals()).containsExactly(RefusalMessages.NO_REPLY, RefusalMessages.NO_REPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cop+owner", "coalition+owner", "coalition-owner", "civil-OWNER"})
  void theOwnersAddressReachesTheConvenorsOfMembersAndOthers(String address) throws IOException {
    write(BOLA, address + "@caucus.example", "Please help.");
    write(STRANGER, address + "@caucus.example", "May we join?");

    assertThat(office.events(LetterPassedOn.class))
        .extracting(LetterPassedOn::from)
        .containsExactly(office.seats.get("bola"), null);
    assertThat(office.events(LetterPassedOn.class))
        .extracting(LetterPassedOn::to)
        .containsOnly(office.seats.get("amina"));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void aListThatIsCalledSoWins() throws IOException {
    office.list("coalition-owner", Audience.everyone());
    write(BOLA, "coalition-owner@caucus.example", "To the list of the owners.");

    assertThat(office.events(LetterPassedOn.class)).isEmpty();
    assertThat(office.state().lists().threadsOf("coalition-owner")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coalition+leave", "coalition-leave", "coalition+unsubscribe"})
  void mailIsStoppedAndComesAgain(String leave) throws IOException {
    write(BOLA, leave + "@caucus.example", "Please.");
    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.NONE);

    write(BOLA, "coalition-subscribe@caucus.example", "Please.");
    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.EACH);

    write(BOLA, "coalition-request@caucus.example", "set digest");
    write(BOLA, "coalition+join@caucus.example", "");
    assertThat(mode("bola", "coalition")).as("who gets it already").isEqualTo(Delivery.DIGEST);
    assertThat(office.events(LetterObeyed.class)).hasSize(4).allMatch(LetterObeyed::done);
  }

  @Test
  void nobodyJoinsFromOutsideAndNobodyLearnsWhatThereIs() throws IOException {
    write(STRANGER, "civil+join@caucus.example", "Please.");
    write("chika@chirp.example", "civil-subscribe@caucus.example", "Please.");
    write(BOLA, "cop+join@caucus.example", "Please.");

    assertThat(refusals())
        .containsExactly(
            RefusalMessages.BY_INVITATION,
            RefusalMessages.BY_INVITATION,
            RefusalMessages.WHICH_LIST);
  }

  @Test
  void whatIsNothingStaysNothing() throws IOException {
    assertThat(write(BOLA, "nothing-request@caucus.example", "help")).startsWith("550");
    assertThat(write(BOLA, "provisions-owner@caucus.example", "help")).startsWith("550");
  }

  @Test
  void languageTimeZoneAndEchoAreSetByMail() throws IOException {
    write(
        BOLA,
        "cop+control@caucus.example",
        "set language fr\nset timezone africa/lagos\nset echo off\nsearch removal notice");

    assertThat(office.events(LetterObeyed.class)).hasSize(1).allMatch(LetterObeyed::done);
    var now = office.state().lists().habits().now(office.seats.get("bola"));
    assertThat(now.zone().getId()).isEqualTo("Africa/Lagos");
    assertThat(now.echo()).isFalse();
  }

  @Test
  void whatIsNotKnownIsSaidSo() throws IOException {
    write(BOLA, "cop+control@caucus.example", "set language xx\nset timezone Nowhere\nset echo x");

    assertThat(office.events(LetterObeyed.class).getFirst().lines())
        .allMatch(line -> line.fault() != null && line.fault().startsWith("Write: set "));
  }
}
