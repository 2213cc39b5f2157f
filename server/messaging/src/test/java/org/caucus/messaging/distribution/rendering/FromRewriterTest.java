package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/** Who stands in From of what a list sends on, where answers go, and what comes to members. */
class FromRewriterTest extends AtPostOffice {
  private static final String MEMO = "Memo";

  private static byte[] letter(String extra) {
    return ("From: Ben Eze <ben@home.example>\r\nTo: code-coalition@lists.example\r\n"
            + extra
            + "Subject: Memo\r\nMessage-ID: <memo-7@home.example>\r\n\r\nÜber \r\n..\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void post(byte[] raw, List<EntryLetter.Attachment> attachments) {
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "memo-7@home.example", null, false, attachments);
    office.submit(
        "ben", new LetterCommand.PostLetter(new NewThread("coalition"), MEMO, "text", letter));
    office.delivered();
  }

  private String alias(String person) {
    return office.aliases.of("code", office.seat(person)).toString();
  }

  @Test
  void theAuthorStaysWhereTheirDomainAllowsIt() {
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=none");
    post(letter(""), List.of());

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.value("From")).contains("Ben Eze <ben@home.example>");
    assertThat(got.value("List-Owner")).contains("<mailto:code+owner@lists.example>");
  }

  @Test
  void aDomainThatForbidsItIsReplacedByTheMembersAddressHere() {
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=reject");
    post(letter(""), List.of());

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.value("From")).contains("Ben Eze via The coalition <" + alias("ben") + ">");
    assertThat(got.value("Reply-To")).contains("code-coalition@lists.example");
    assertThat(got.body()).isEqualTo(RawLetter.of(letter("")).body());
  }

  @Test
  void whatNameServersDoNotAnswerCountsAsForbidden() {
    office.dns.goAway();
    post(letter(""), List.of());

    assertThat(office.letterOf("lin", MEMO).value("From").orElseThrow())
        .contains("<" + alias("ben") + ">");
  }

  @Test
  void theStyleOfAListSaysWhereAnswersGoAndWhatStandsInSubjects() {
    office.submit(
        "ada",
        new ListCommand.StyleList("coalition", new ListStyle("[COP]", ListStyle.Answers.LIST, "")));
    post(letter(""), List.of());

    RawLetter got = office.letterOf("lin", "[COP] Memo");
    assertThat(got.value("Reply-To")).contains("code-coalition@lists.example");
    office.submit(
        "ada",
        new ListCommand.StyleList("coalition", new ListStyle("", ListStyle.Answers.AUTHOR, "")));
    post(letter("X-Second: yes\r\n"), List.of());
    assertThat(office.letterOf("lin", MEMO).value("Reply-To")).contains("ben@home.example");
  }

  @Test
  void whoTheLetterNamesGetsNoSecondCopyUnasked() {
    post(letter("Cc: Lin <LIN@home.example>\r\n"), List.of());
    assertThat(office.lettersOf("lin")).noneMatch(l -> l.value("List-Id").isPresent());
    assertThat(office.letterOf("ada", MEMO)).isNotNull();

    office.submit(
        "lin",
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(Delivery.EACH, false, true, false, null)));
    post(letter("Cc: lin@home.example\r\nX-Second: yes\r\n"), List.of());
    assertThat(office.letterOf("lin", MEMO)).isNotNull();
  }

  @Test
  void whoTheLetterNamesByTheirAddressHereGetsNoSecondCopyEither() {
    byte[] raw = letter("Cc: " + alias("lin") + "\r\n");
    String blob = office.blobs.put(office.workspace, raw).await().value();
    SeatId ben = office.seat("ben");
    office.submit("ben", new LetterCommand.PassLetterOn("letter7", ben, office.seat("lin"), blob));
    EntryLetter letter = new EntryLetter(blob, "memo-7@home.example", null, false, List.of());
    office.submit(
        "ben", new LetterCommand.PostLetter(new NewThread("coalition"), MEMO, "text", letter));
    office.delivered();

    assertThat(office.letterOf("ada", MEMO).value("List-Id")).isPresent();
    assertThat(
            office.lettersOf("lin").stream()
                .filter(l -> l.value("Subject").equals(Optional.of(MEMO))))
        .singleElement()
        .satisfies(l -> assertThat(l.value("List-Id")).isEmpty());
  }

  @Test
  void theFooterSaysInTheReadersLanguageWhereRepliesGo() {
    office.submit(
        "ada",
        new ListCommand.StyleList("coalition", new ListStyle("", ListStyle.Answers.LIST, "COP")));
    office.speaks("lin@home.example", Language.FRENCH);
    post(letter(""), List.of());
    assertThat(new String(office.letterOf("ada", MEMO).body(), StandardCharsets.UTF_8))
        .contains("-- \r\nCOP\r\nReplies go to everyone who reads code-coalition@lists.example.");
    assertThat(new String(office.letterOf("lin", MEMO).body(), StandardCharsets.UTF_8))
        .as("its letter is of seven bits")
        .contains("COP\r\nReplies go");

    office.submit(
        "ada",
        new ListCommand.StyleList("coalition", new ListStyle("", ListStyle.Answers.AUTHOR, "COP")));
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Memo 2", Post.web("By web", null, null)));
    office.delivered();
    assertThat(new String(office.letterOf("lin", "Memo 2").body(), StandardCharsets.UTF_8))
        .contains("COP", "Les r=C3=A9ponses sont envoy=C3=A9es uniquement");
    assertThat(new String(office.letterOf("ben", "Memo 2").body(), StandardCharsets.UTF_8))
        .contains("Replies go only to the author. To reply to everyone, write to code-coalition@");
  }

  @Test
  void attachmentsComeAsLinksIfWantedSo() {
    office.submit(
        "lin",
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(Delivery.EACH, false, false, true, null)));
    post(letter(""), List.of(new EntryLetter.Attachment(0, "memo.pdf", "application/pdf", 4_711)));

    String got = new String(office.letterOf("lin", MEMO).toBytes(), StandardCharsets.UTF_8);
    assertThat(got)
        .contains("https://caucus.example/w/code/threads/", "* memo.pdf (5 kB)")
        .contains("Message-ID: <memo-7@home.example>");
    assertThat(office.letterOf("ada", MEMO).body()).isEqualTo(RawLetter.of(letter("")).body());
  }

  @Test
  void anAddressHereIsAlwaysTheSameAndLeadsToOneActiveSeat() {
    String ticket = alias("ben").substring("code+m.".length(), alias("ben").indexOf('@'));
    SeatId ben = office.seat("ben");

    assertThat(office.aliases.of("code", ben)).isEqualTo(office.aliases.of("code", ben));
    assertThat(office.aliases.open(ticket, office.state()).map(s -> s.id())).contains(ben);
    assertThat(office.aliases.open("a".repeat(26), office.state())).isEqualTo(Optional.empty());
    office.submit("ada", new MemberCommand.EndSeat(ben));
    assertThat(office.aliases.open(ticket, office.state())).isEmpty();
  }

  @Test
  void whatComesToAMemberGoesToThemAloneAndStandsNowhere() {
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=quarantine");
    String blob = office.blobs.put(office.workspace, letter("")).await().value();
    office.submit(
        null,
        new LetterCommand.PassLetterOn("letter1", office.seat("ben"), office.seat("lin"), blob));
    office.delivered();

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.value("From")).contains("Ben Eze via Code of Practice <" + alias("ben") + ">");
    assertThat(got.body()).isEqualTo(RawLetter.of(letter("")).body());
    assertThat(office.lettersOf("ada")).noneMatch(l -> l.value("Subject").orElse("").equals(MEMO));
    assertThat(office.state().entries().byId()).isEmpty();
    office.later(Duration.ofDays(1)).delivered();
    assertThat(office.letterOf("lin", MEMO)).as("once").isNotNull();
  }

  @Test
  void nothingIsPassedOnToOrFromWhoHasLeft() {
    String blob = office.blobs.put(office.workspace, letter("")).await().value();
    office.submit(
        null,
        new LetterCommand.PassLetterOn("letter1", office.seat("ben"), office.seat("lin"), blob));
    office.followed();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("ben")));
    office.delivered();

    assertThat(office.lettersOf("lin")).noneMatch(l -> l.value("Subject").orElse("").equals(MEMO));
  }
}
