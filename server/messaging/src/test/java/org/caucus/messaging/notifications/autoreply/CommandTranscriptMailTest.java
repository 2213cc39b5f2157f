package org.caucus.messaging.notifications.autoreply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes back by SMTP to the person who orders by mail. */
@Tag("slow")
class CommandTranscriptMailTest extends AtPostOffice {
  private static final TranscriptMessages ENGLISH = new TranscriptMessages(Language.ENGLISH);

  private int letters;

  private void order(String person, String list, String text) {
    letters++;
    EntryLetter letter =
        new EntryLetter("blob", "o" + letters + "@home.example", null, false, List.of());
    var intent = new LetterOrders(list, "code+control@lists.example", person + "@home.example");
    office.submit(person, new PostLetter(intent, "", text, letter));
    office.delivered();
  }

  private List<RawLetter> transcripts(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").equals(ENGLISH.subject()))
        .toList();
  }

  private String answer(String person, String list, String text) {
    order(person, list, text);
    return ParsedLetter.of(transcripts(person).getLast()).text();
  }

  private String post(String person, String list, String subject, String text) {
    byte[] raw =
        ("From: "
                + person
                + "@home.example\r\nSubject: "
                + subject
                + "\r\nMessage-ID: <"
                + subject.replace(' ', '.')
                + "@home.example>\r\n\r\n"
                + text
                + "\r\n")
            .getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    String id = subject.replace(' ', '.') + "@home.example";
    office.submit(
        person,
        new PostLetter(
            new NewThread(list), subject, text, new EntryLetter(blob, id, null, false, List.of())));
    office.delivered();
    return id;
  }

  @Test
  void theAskerAloneGetsATranscriptThatNoMachineAnswers() {
    String text = answer("ben", "", "set coalition digest\nwhich");

    assertThat(text).contains("> set coalition digest\nDone.").contains("coalition: digest");
    RawLetter letter = transcripts("ben").getFirst();
    assertThat(letter.value("Auto-Submitted")).contains("auto-replied");
    assertThat(letter.value("X-Caucus-Loop")).contains("lists.example");
    assertThat(letter.value("In-Reply-To")).contains("<o1@home.example>");
    assertThat(letter.value("From").orElse("")).contains("code+control@lists.example");
    assertThat(transcripts("ada")).isEmpty();
    assertThat(transcripts("lin")).isEmpty();
  }

  @Test
  void aFaultIsToldBesideItsLineAndNothingIsDone() {
    String text = answer("ben", "", "set coalition none\nlaeve caucus");

    assertThat(text)
        .startsWith("Nothing was done")
        .contains("> laeve caucus\nThis line is not a command. Did you mean: leave LIST");
    assertThat(office.state().lists().delivery(office.seat("ben"), "coalition"))
        .isEqualTo(Delivery.EACH);
  }

  @Test
  void aCompanyLearnsNothingOfCivilSocietysList() {
    String secret = post("ben", "caucus", "Sealed memo", "Confidential");
    String open = post("ben", "coalition", "Open memo", "For all");
    String text =
        answer(
            "lin",
            "",
            "lists\nwhich\nindex coalition\nwhy <"
                + secret
                + ">\nget <"
                + secret
                + ">\nwhy <"
                + open
                + ">\nwhy <never@home.example>");

    assertThat(text)
        .contains("> lists\ncoalition: The coalition")
        .contains("get <" + open + ">")
        .contains("It was sent to you on")
        .doesNotContain("caucus:", "code-caucus", "Sealed memo", "Confidential");
    assertThat(text.split("You cannot read a message with this Message-ID", -1)).hasSize(4);
  }

  @Test
  void whoNamesOrganisationsAndHeadsAndNoPerson() {
    assertThat(answer("lin", "", "who coalition"))
        .contains("3 readers:", "Platform Inc: 1", "Press Union: 1", "Rights Watch: 1")
        .doesNotContain("Ben Eze", "Ada Obi");
  }

  @Test
  void aPostThatIsAskedForComesAsALetterOfItsOwn() {
    office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.NONE));
    String id = post("ada", "coalition", "Open memo", "For all");
    assertThat(office.lettersOf("ben")).isEmpty();

    String text = answer("ben", "", "why <" + id + ">\nget <" + id + ">");

    assertThat(text)
        .contains("You turned off email for this list, or for this item.", ENGLISH.comes());
    RawLetter letter = office.letterOf("ben", "Open memo");
    assertThat(letter.value("Message-ID")).contains("<" + id + ">");
    assertThat(new String(letter.body(), UTF_8)).contains("For all");
  }

  @Test
  void whyNamesToItsAuthorAndConvenorsEachMemberWithoutACopyAndTheReason() {
    office.join("joy", "Joy Ade", "press", Role.MEMBER);
    office.join("chi", "Chi Ude", "press", Role.MEMBER);
    office.submit("joy", new ListCommand.SetDelivery("caucus", Delivery.NONE));
    office.submit("chi", new ListCommand.SetDelivery("caucus", Delivery.DIGEST));
    String id = post("ben", "caucus", "Sealed memo", "Confidential");

    for (String asker : List.of("ben", "ada")) {
      String text = answer(asker, "", "why <" + id + ">");
      assertThat(text)
          .contains(
              asker.equals("ben") ? "1 other member got it" : "0 other members got it",
              "Joy Ade (Press Union): turned off email for this list",
              "Chi Ude (Press Union): will get it in the next digest",
              "Lin Okoro (Platform Inc): cannot read it");
    }
    assertThat(answer("ada", "", "why <" + id + ">")).contains("Ben Eze (Press Union): wrote it");
    assertThat(answer("joy", "", "why <" + id + ">"))
        .contains("You turned off email for this list")
        .doesNotContain("Chi Ude", "Lin Okoro");
  }

  @Test
  void whyTellsOfACommentToThePersonWhoReadsItAndItIsNoLetterToAskFor() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ben", new IssueCommand.OpenIssue("COP", "24 h", "", "", List.of(), null, null, null));
    office.submit(
        "ada",
        new IssueCommand.CommentIssue(
            issue, Post.web("Between us.", null, Audience.civilSociety())));
    office.delivered();
    String id =
        office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue)).getLast().id() + "@x.example";

    assertThat(answer("ben", "", "why <" + id + ">")).contains("It was sent to you on");
    assertThat(answer("ben", "", "get <" + id + ">")).contains(ENGLISH.noPost());
    String never = "a".repeat(26) + "@x.example";
    assertThat(answer("lin", "", "why <" + id + ">"))
        .contains(ENGLISH.noPost())
        .isEqualTo(answer("lin", "", "why <" + never + ">").replace(never, id));
  }

  @Test
  void whatWasNarrowedSinceIsToldLikeWhatNeverWas() {
    String id = post("ada", "coalition", "Open memo", "For all");
    office.submit(
        "lin",
        new PostLetter(
            new LetterOrders("", "code+control@lists.example", "lin@home.example"),
            "",
            "get <" + id + ">",
            new EntryLetter("blob", "n@home.example", null, false, List.of())));
    var entry = office.state().entries().byMessageId(id).orElseThrow();
    office.submit(
        "ada",
        Shown.change(office.state(), office.seat("ada"), entry.parent(), Audience.civilSociety()));
    office.delivered();

    assertThat(ParsedLetter.of(transcripts("lin").getFirst()).text()).contains(ENGLISH.noPost());
    assertThat(
            office.lettersOf("lin").stream()
                .filter(l -> l.value("Subject").orElse("").equals("Open memo")))
        .as("the first copy alone")
        .hasSize(1);
  }

  @Test
  void whoChoosesALanguageIsAnsweredInIt() {
    order("ben", "", "set language fr");
    order("ben", "", "lists");
    assertThat(office.lettersOf("ben").reversed().stream().limit(2))
        .allMatch(letter -> letter.value("Content-Language").equals(Optional.of("fr")))
        .anyMatch(l -> ParsedLetter.of(l).text().contains("sont désormais en français."));
  }

  @Test
  void helpSaysWhereRepliesGo() {
    assertThat(answer("ben", "", "help"))
        .contains("Replies go to everyone who reads code-coalition@lists.example.");
  }

  @Test
  void aHundredAnswersADayAndNoMore() {
    for (int i = 0; i < AutoReplyLimit.PROVEN_PER_DAY + 3; i++) {
      order("ben", "", "help");
    }
    assertThat(transcripts("ben")).hasSize(AutoReplyLimit.PROVEN_PER_DAY);
    // who goes on writing knows why nothing comes
    assertThat(transcripts("ben"))
        .filteredOn(letter -> ParsedLetter.of(letter).text().contains("Replies resume tomorrow"))
        .hasSize(1);
  }

  @Test
  void whoAsksForHelpUnderSomebodysNameFillsNoMailbox() {
    for (int i = 0; i < AutoReplyLimit.PER_DAY + 3; i++) {
      EntryLetter letter =
          new EntryLetter("blob", "f" + i + "@home.example", null, false, List.of());
      var intent = new LetterOrders("", "code+help@lists.example", "ben@home.example", true);
      office.submit("ben", new PostLetter(intent, "", "help", letter));
    }
    office.delivered();
    assertThat(transcripts("ben")).hasSize(AutoReplyLimit.UNPROVEN_PER_DAY);
  }

  @Test
  void whereWordsStayOutOfMailATranscriptHasNone() {
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    String text = answer("ben", "", "set coalition digest\nlists");

    assertThat(text)
        .contains("Your commands were run.", "/w/code/my-mail")
        .doesNotContain("coalition");
    assertThat(office.state().lists().delivery(office.seat("ben"), "coalition"))
        .isEqualTo(Delivery.DIGEST);
  }

  @Test
  void whatIsRelayedNamesBothWaysToStopIt() {
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Hello", Post.web("Hi", null, null)));
    office.delivered();

    String field = office.letterOf("ben", "Hello").value("List-Unsubscribe").orElse("");
    assertThat(field.replaceAll("\\s+", " "))
        .matches(
            "<https://caucus.example/w/code/unsubscribe/[a-z0-9]{26}>,"
                + " <mailto:code\\+u\\.[a-z0-9]{26}@lists.example\\?subject=unsubscribe>");
  }

  @Test
  void eachIsAnsweredInTheirLanguageAndOrdersStayAsTheyAre() {
    office.speaks("ben@home.example", Language.FRENCH);
    office.speaks("lin@home.example", Language.ARABIC);

    order("ben", "", "set coalition digest\nwho coalition\nhelp\n");
    RawLetter french = office.lettersOf("ben").getLast();
    assertThat(french.value("Content-Language")).contains("fr");
    assertThat(ParsedLetter.of(french).subject()).isEqualTo("Résultats de vos commandes");
    assertThat(ParsedLetter.of(french).text())
        .contains(
            "> set coalition digest",
            "C’est fait. Vous recevez The coalition ainsi",
            "3 personnes peuvent lire\u00a0:",
            "  suspendre 2026-07-01..2026-07-14  (suspend 2026-07-01..2026-07-14)")
        .doesNotContain("Done", "reader", "this text");

    order("lin", "", "set coalition digest\nfly\n");
    String arabic = ParsedLetter.of(office.lettersOf("lin").getLast()).text();
    assertThat(arabic)
        .contains("> fly", "هذا السطر ليس أمرًا", "هذا السطر صحيح")
        .doesNotContain("This line is not a command", "This line is correct");
  }
}
