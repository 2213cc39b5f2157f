package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.kernel.Message;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not there yet is as bare, and counts as few readers, as those it is meant for. */
class BareNoticesTest extends AtPostOffice {
  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  /** What waits for an audience whose mail holds no words is not shown to those who decide. */
  @Test
  void aLetterThatWaitsIsAsBareAsItWouldBeOnItsList() {
    office.submit(
        "ada",
        new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.OFF, List.of("EVERYONE"))));
    StrangersLetter.comes(
        office, "From: Uche <uche@stranger.example>\r\nSubject: Hello\r\n\r\nMay I join?\r\n");
    office.delivered();

    assertThat(text(office.letterOf("ada", "Something new in code"))).doesNotContain("May I join?");
    assertThat(office.lettersOf("ada")).noneMatch(l -> text(l).contains("May I join?"));
  }

  /**
   * What a refusal repeats is words of the letter, or names of those it was for; and where it
   * wanted to go may be one of the circles whose mail holds none.
   */
  @ParameterizedTest
  @EnumSource(
      value = MailContent.Mode.class,
      names = {"SENSITIVE", "ALL"})
  void aRefusalSaysTheRuleAndRepeatsNoWords(MailContent.Mode mode) {
    office.submit("ada", new ListCommand.SetMailContent(MailContent.of(mode, List.of())));
    Message zebra = Message.of("cannot-read-this-choose-someone-inside", "people", "Zebra");
    for (Message why :
        List.of(
            RefusalMessages.asksWrongly(zebra),
            Message.of("wrote-this-and-would-be-shut", "author", "Quagga"),
            RefusalMessages.OUTSIDER)) {
      office.submit(
          null,
          new LetterCommand.RefuseLetter(
              "letter-" + why.hashCode(),
              "code-coalition@lists.example",
              "ben@home.example",
              "Okapi",
              List.of(why, HeaderReading.again("    Assign: Gerenuk")),
              true));
    }
    office.delivered();

    List<String> letters =
        office.lettersOf("ben").stream()
            .map(l -> new String(l.toBytes(), StandardCharsets.UTF_8))
            .filter(l -> l.contains("was not posted"))
            .toList();
    assertThat(letters).hasSize(3);
    assertThat(letters)
        .noneMatch(l -> l.matches("(?s).*(?:Zebra|Quagga|Okapi|Gerenuk).*"))
        .anyMatch(l -> told(l).contains("so nothing was posted."))
        .anyMatch(l -> told(l).contains("Someone in To or Cc"));
  }

  private static String told(String letter) {
    return letter.replaceAll("\\s+", " ");
  }

  /** A draft is for its company alone, no matter who reads what becomes of it. */
  @Test
  void aDraftCountsAndIsAsBareAsMailOfItsCompanyAlone() {
    office.join("max", "Max Lee", "platform", Role.LIAISON);
    office.submit("lin", new DraftCommand.RuleCompany(true));
    office.submit("lin", draft("A first draft", "Said among us."));
    office.delivered();
    assertThat(text(office.letterOf("max", "A first draft (off the record)")))
        .contains("Who can read this: Platform Inc only · 2 readers");

    office.submit(
        "ada",
        new ListCommand.SetMailContent(
            MailContent.of(MailContent.Mode.OFF, List.of("COMPANY_ONLY(platform)"))));
    office.submit("lin", draft("A second draft", "Said among ourselves."));
    office.delivered();

    assertThat(office.letterOf("max", "Something new in code")).isNotNull();
    assertThat(office.lettersOf("max"))
        .noneMatch(l -> l.value("Subject").orElse("").contains("second draft"))
        .noneMatch(l -> text(l).contains("among ourselves"));
  }

  private static UpdateCommand draft(String title, String body) {
    return new UpdateCommand.DraftUpdate(
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            title,
            body,
            Update.Attribution.OFF_RECORD,
            null,
            null),
        null);
  }
}
