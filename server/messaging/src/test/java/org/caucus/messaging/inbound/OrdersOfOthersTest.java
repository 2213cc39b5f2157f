package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every form of order, in every field that others choose, answered by every way in: nothing happens
 * but what the answer says. {@code proof/orders.txt} has the forms.
 */
class OrdersOfOthersTest {
  private static final String OWN = "No, this is far from done!";

  /** What comes back of what others wrote, by how programs send it back. */
  private static final Map<String, String> WAYS =
      Map.of(
          "marked, below",
          "%OWN%\n\nOn Monday, Chika wrote:\n%QUOTED%\n",
          "marked, above",
          "On Monday, Chika wrote:\n%QUOTED%\n\n%OWN%\n",
          "with a header, unmarked",
          """
          %OWN%

          From: Chika <chika@chirp.example>
          Sent: Monday
          To: Bola
          Subject: [COP-1] %TITLE%

          %PLAIN%
          """,
          "unmarked, below",
          "%OWN%\n\n%PLAIN%\n",
          "HTML alone",
          "<p>%OWN%</p><blockquote><p>%TITLE%</p><p>%LINE%</p></blockquote>",
          "who wrote it, above",
          "%LINE% of Chirp has commented on COP-1.\n\n%OWN%\n",
          "a line alone, above",
          "%LINE%\n\n%OWN%\n",
          "nothing",
          "%OWN%\n");

  private static final List<String> SUBJECTS =
      List.of("Re: [COP-1] %TITLE%", "[COP-1] %TITLE%", "AW: [EXTERN] Re: [COP-1]  %TITLE%");

  private record Form(String title, String line) {
    String description() {
      return "Chika wants this to be known.\n" + line + "\n\nWith regards";
    }

    String put(String text, String own) {
      String quoted =
          (title + "\n\n" + description())
              .lines()
              .map(line -> "> " + line)
              .collect(Collectors.joining("\n"));
      return text.replace("%OWN%", own)
          .replace("%QUOTED%", quoted)
          .replace("%PLAIN%", title + "\n\n" + description())
          .replace("%LINE%", line)
          .replace("%TITLE%", title);
    }
  }

  private static List<Form> forms() throws IOException {
    try (InputStream in = OrdersOfOthersTest.class.getResourceAsStream("/proof/orders.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .map(cells -> new Form(cells[0].strip(), cells[1].strip()))
          .toList();
    }
  }

  private static final AddressPlan PLAN = new AddressPlan("lists.example", "+");
  private static final SenderTrust TRUST =
      new SenderTrust(List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1")), List.of(), Set.of());
  private static final String ID = "thing";

  private final SoftAssertions softly = new SoftAssertions();

  /** What becomes of it when Bola answers it so. */
  private static Given answered(Given before, Ref thing, String subject, String more, String text) {
    return answered(BOLA, "", before, thing, subject, more, text);
  }

  /** The same, of anybody, with a verb in the address. */
  private static Given answered(
      SeatId who, String verb, Given before, Ref thing, String subject, String more, String text) {
    ReplyTo to = new ReplyTo(thing, null, who, Audience.everyone());
    return answered(to, verb, before, subject, more, text);
  }

  private static Given answered(
      ReplyTo answers, String verb, Given before, String subject, String more, String text) {
    SeatId who = answers.seat();
    RawLetter raw =
        RawLetter.of(
            ("From: bola@x.example\nMessage-ID: <1@x.example>\nSubject: =?utf-8?B?"
                    + Base64.getEncoder().encodeToString(subject.getBytes(UTF_8))
                    + "?=\nMIME-Version: 1.0\n"
                    + more
                    + "\n"
                    + text)
                .replace("\n", "\r\n")
                .getBytes(UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.getLoopbackAddress(),
            MailAddress.of("bola@x.example"),
            raw,
            ParsedLetter.of(raw),
            before.at());
    Workspace now = before.state();
    Destination to =
        new Destination(
            "cop+r.ticket" + verb + "@lists.example",
            now.id(),
            Ref.to(Ref.Kind.WORKSPACE, "cop"),
            "r.ticket" + verb);
    PostingSteps steps =
        new PostingSteps(PLAN, TRUST, (ticket, w) -> Optional.of(answers), new QuoteDetector());
    String bola = Objects.requireNonNull(now.members().seats().get(who)).person();
    Verdict verdict =
        steps.judge(
            PipelineContext.of(
                in, to, now, PipelineContext.Writer.of(bola), new Addressees(List.of(), Map.of())));
    if (isAskedAgain(verdict)) {
      return before;
    }
    if (verdict instanceof Verdict.Hold held
        && held.reasons().equals(List.of(RefusalMessages.ANNOUNCED))) {
      // its author was told, and a minute has passed
      return before.does(who, posted(in, held.intent(), held.text(), held.audience()));
    }
    assertThat(verdict).as(subject + "\n" + text).isInstanceOf(Verdict.Post.class);
    Verdict.Post post = (Verdict.Post) verdict;
    return before.does(who, posted(in, post.intent(), post.text(), post.audience()));
  }

  private static LetterCommand posted(
      IncomingLetter in, MessageTarget intent, String text, @Nullable Audience audience) {
    return new LetterCommand.PostLetter(intent, in.letter().subject(), text, in.kept(), audience);
  }

  /**
   * Who is to read it must not be overlooked, no matter who wrote it: its author is asked to say
   * it.
   */
  private static boolean isAskedAgain(Verdict verdict) {
    return verdict instanceof Verdict.Refuse refused
        && (refused.reasons().contains(RefusalMessages.AUDIENCE_BELOW)
            || refused.reasons().contains(RefusalMessages.UNKNOWN_AUDIENCE));
  }

  private static String text(String way) {
    return "Content-Type: "
        + (way.startsWith("<") ? "text/html" : "text/plain")
        + "; charset=utf-8\n";
  }

  @Test
  void nothingThatIsWrittenIntoAnIssueIsDoneByThePersonWhoAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    for (Form form : forms()) {
      Given opened =
          Given.coalition().and(named(form.line()), opened(form.title(), form.description()));
      for (Map.Entry<String, String> way : WAYS.entrySet()) {
        for (String subject : SUBJECTS) {
          String put = form.put(subject, "");
          Given after =
              answered(opened, thing, put, text(way.getValue()), form.put(way.getValue(), OWN));
          String as = form + ", " + way.getKey() + ", " + subject;
          softly.assertThat(changed(issue(after))).as(as).isEqualTo(changed(issue(opened)));
          if (after == opened) {
            softly.assertThat(form.line()).as(as).startsWith("Audience");
            continue;
          }
          softly
              .assertThat(after.state().entries().under(thing).stream().map(Entry::text).toList())
              .as(as)
              .singleElement()
              .asString()
              .contains(OWN);
        }
      }
      Given typed =
          opened.does(
              BOLA,
              new IssueCommand.CommentIssue(ID, Post.web(form.line() + "\n" + OWN, null, null)));
      softly
          .assertThat(changed(issue(typed)))
          .as(form + ", by the page")
          .isEqualTo(changed(issue(opened)));
    }
    softly.assertAll();
  }

  /** Programs quote what a page shows: the marks that its author typed are not there any more. */
  @Test
  void whatWasTypedWithMarksIsNotDoneWhereItComesBackWithoutThem() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    for (Form form : forms()) {
      for (String marks : MARKS) {
        Form typed = new Form("## " + form.title(), typed(marks, form.line()));
        Given opened = Given.coalition().and(opened(typed.title(), typed.description()));
        for (String way : List.of("%LINE%\n\n%OWN%\n", "%OWN%\n\n%PLAIN%\n")) {
          Given after = answered(opened, thing, "Re: [COP-1]", text(way), form.put(way, OWN));
          softly
              .assertThat(changed(issue(after)))
              .as(form + ", " + marks + ", " + way)
              .isEqualTo(changed(issue(opened)));
        }
      }
    }
    softly.assertAll();
  }

  /** Its mail says what it said when that left. */
  @Test
  void nothingThatACommentSaidBeforeItWasEditedOrDeletedIsDoneByThePersonWhoAnswersIt()
      throws IOException {
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    ReplyTo answers = new ReplyTo(thing, "said", BOLA, Audience.everyone());
    for (Form form : forms()) {
      Given said =
          Given.coalition().and(opened("Notice", "So."), commented(form.put("%PLAIN%", "")));
      Given edited = said.does(CHIKA, new RevisionCommand.EditEntry("said", "So.", 1, List.of()));
      Given gone = said.does(CHIKA, new RevisionCommand.DeleteEntry("said", null, List.of()));
      for (Given now : List.of(said, edited, gone)) {
        for (String way : List.of("%LINE%\n\n%OWN%\n", "%OWN%\n\n%PLAIN%\n")) {
          String text = form.put(way, OWN);
          Given after = answered(answers, "", now, "Re: [COP-1] Notice", text(way), text);
          softly
              .assertThat(changed(issue(after)))
              .as(form + ", " + way)
              .isEqualTo(changed(issue(now)));
        }
      }
    }
    softly.assertAll();
  }

  private static EntryEvent.EntryPosted commented(String text) {
    return new EntryEvent.EntryPosted(
        "said",
        Ref.to(Ref.Kind.ISSUE, ID),
        null,
        CHIKA,
        Audience.everyone(),
        text,
        Channel.WEB,
        null);
  }

  /** How a line is typed so that a page shows it alone. */
  private static final List<String> MARKS =
      List.of(
          "**%LINE%**",
          "%ESCAPED%",
          "> %LINE%",
          "\n7. %LINE%",
          "\n|%LINE%|\n|-|",
          "\n~~~\n%LINE%\n~~~",
          "[*%LINE%*](https://chirp.example/a(b))");

  private static String typed(String marks, String line) {
    return marks
        .replace("%LINE%", line)
        .replace("%ESCAPED%", line.replaceAll("[:=\\[\\]-]", "\\\\$0"));
  }

  private static IssueEvent opened(String title, String description) {
    return new IssueEvent.IssueOpened(
        ID, "COP-1", "COP", title, description, "", List.of(), null, Audience.everyone(), CHIKA);
  }

  /** Where what others chose stands first, as in notices and lists of what a thing is. */
  private static final List<String> FIRST =
      List.of("%LINE%\n\n%OWN%\n", "%TITLE%\n\n%OWN%\n", "%LINE% · COP-1\n\n%OWN%\n");

  @Test
  void nothingThatIsChosenAroundAnIssueIsDoneByThePersonWhoAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    for (Form form : forms()) {
      Given opened = Given.coalition().and(around(form));
      for (String way : Stream.concat(FIRST.stream(), WAYS.values().stream()).toList()) {
        for (String verb : List.of("", "+quiet")) {
          String subject = "Re: [ORD-1] Notice";
          String text = form.put(way, OWN);
          Given after = answered(BOLA, verb, opened, thing, subject, text(way), text);
          softly
              .assertThat(changed(issue(after)))
              .as(form + ", " + verb + ", " + way)
              .isEqualTo(changed(issue(opened)));
        }
      }
    }
    softly.assertAll();
  }

  /** A form in names, labels, fields and choices. */
  private static Event[] around(Form form) {
    CustomField field =
        new CustomField("f", form.line(), CustomField.Kind.CHOICE, List.of(form.title()));
    return new Event[] {
      named("Somebody"),
      new MemberEvent.OrganisationAdded(
          "ordering", form.line(), Side.COMPANY, MemberEvent.History.ALL, null),
      new IssueEvent.TrackerOpened("ORD", form.line(), "ord", Audience.everyone()),
      new IssueEvent.TrackerArranged(
          "ORD", new TrackerConfig(List.of(), IssueState.OPEN, List.of(field), List.of())),
      new IssueEvent.IssueOpened(
          ID,
          "ORD-1",
          "ORD",
          "Notice",
          StoredText.of("So."),
          form.line(),
          List.of(),
          null,
          Audience.everyone(),
          CHIKA,
          new IssueFields(
              IssueType.TASK,
              Priority.NORMAL,
              List.of(form.line()),
              null,
              List.of(),
              List.of(new CustomFieldValue("f", form.title()))))
    };
  }

  /** Notices show its items, and letters of lists end in their footers; digests quote both. */
  @Test
  void nothingThatStandsInAnItemOrInAFooterIsDoneByThePersonWhoAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    for (Form form : forms()) {
      Given opened =
          Given.coalition()
              .and(
                  new ListEvent.ListStyled(
                      "coalition",
                      new ListStyle("", ListStyle.Answers.LIST, form.line(), null),
                      BOLA),
                  new IssueEvent.IssueOpened(
                      ID,
                      "COP-1",
                      "COP",
                      "Notice",
                      StoredText.of("So."),
                      "",
                      List.of(),
                      null,
                      Audience.everyone(),
                      CHIKA,
                      new IssueFields(
                          IssueType.TASK,
                          Priority.NORMAL,
                          List.of(),
                          null,
                          List.of(new ChecklistItem(form.title(), false)),
                          List.of())));
      for (String way : Stream.concat(FIRST.stream().limit(2), BELOW.stream()).toList()) {
        String text = form.put(way, OWN);
        Given after = answered(opened, thing, "Re: [COP-1] Notice", text(way), text);
        softly
            .assertThat(changed(issue(after)))
            .as(form + ", " + way)
            .isEqualTo(changed(issue(opened)));
      }
    }
    softly.assertAll();
  }

  /** As digests and lists quote the words of others, and their own footer. */
  private static final List<String> BELOW =
      List.of(
          "%OWN%\n\n-- \n%LINE%\n",
          "%OWN%\n\n> 1. Notice, by Chika\n> %LINE%\n>\n> -- \n> %TITLE%\n",
          "%OWN%\n\nOn Monday, Digest of Code wrote:\n\n%LINE%\n\n-- \n%TITLE%\n");

  /** Also what others answered to it, what was written down of it, and what an agency said. */
  @Test
  void nothingThatIsSaidAroundAnActionIsDoneByThePersonWhoAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ACTION, Given.THING);
    for (Form form : forms()) {
      for (String verb : List.of("", "+agency", "+minutes", "+agenda")) {
        Given planned = around(form, verb);
        for (String way : Stream.concat(FIRST.stream().limit(2), BELOW.stream()).toList()) {
          String text = form.put(way, OWN);
          Given after = answered(BOLA, verb, planned, thing, "Re: Memo", text(way), text);
          softly
              .assertThat(changed(action(after)))
              .as(form + ", " + verb + ", " + way)
              .isEqualTo(changed(action(planned)));
        }
      }
    }
    softly.assertAll();
  }

  /** A form in all that is written around an action, but for what this verb puts there. */
  private static Given around(Form form, String verb) {
    Given planned =
        Given.coalition()
            .does(CHIKA, submitted(form, verb.equals("+agenda") ? "" : form.description()))
            .does(CHIKA, new ActionCommand.Answer(Given.THING, null, Answer.WILL, form.line()));
    return verb.equals("+minutes")
        ? planned
        : planned.does(CHIKA, new ActionCommand.WriteMinutes(Given.THING, form.description()));
  }

  private static ActionCommand submitted(Form form, String agenda) {
    return new ActionCommand.PlanAction(
        Action.Kind.SUBMISSION,
        "Memo",
        "So.",
        null,
        new Action.When(null, null, ZoneId.of("Africa/Lagos")),
        "",
        Audience.everyone(),
        new ActionDetails(
            false,
            List.of(),
            List.of(),
            "",
            agenda,
            form.line(),
            form.title(),
            null,
            List.of(),
            List.of(),
            List.of()),
        null,
        List.of());
  }

  /** Why it was corrected, and what it said before. */
  @Test
  void nothingThatIsSaidAroundAnUpdateIsDoneByItsCompanyThatAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.UPDATE, Given.THING);
    for (Form form : forms()) {
      Given posted =
          Given.coalition()
              .does(
                  CHIKA,
                  new UpdateCommand.PostUpdate(
                      null,
                      Update.Kind.POSITION,
                      Update.Stage.NOTED,
                      form.title(),
                      form.description(),
                      Update.Attribution.ON_RECORD,
                      Audience.everyone(),
                      null))
              .does(
                  CHIKA,
                  new UpdateCommand.CorrectUpdate(
                      Given.THING,
                      null,
                      null,
                      "Another",
                      "Other words.",
                      null,
                      null,
                      false,
                      null,
                      null,
                      form.line()));
      for (String way : Stream.concat(FIRST.stream().limit(2), BELOW.stream()).toList()) {
        String text = form.put(way, OWN);
        Given after = answered(CHIKA, "", posted, thing, "Re: Another", text(way), text);
        softly
            .assertThat(changed(update(after)))
            .as(form + ", " + way)
            .isEqualTo(changed(update(posted)));
      }
    }
    softly.assertAll();
  }

  @Test
  void nothingThatIsWrittenIntoAnUpdateIsDoneByItsCompanyThatAnswersIt() throws IOException {
    Ref thing = Ref.to(Ref.Kind.UPDATE, Given.THING);
    for (Form form : forms()) {
      Given posted =
          Given.coalition()
              .and(named(form.line()))
              .does(
                  CHIKA,
                  new UpdateCommand.PostUpdate(
                      null,
                      Update.Kind.POSITION,
                      Update.Stage.NOTED,
                      form.title(),
                      form.description(),
                      Update.Attribution.ON_RECORD,
                      Audience.everyone(),
                      null));
      for (Map.Entry<String, String> way : WAYS.entrySet()) {
        for (String subject : SUBJECTS) {
          String put = form.put(subject, "").replace("[COP-1] ", "");
          Given after =
              answered(
                  CHIKA,
                  "",
                  posted,
                  thing,
                  put,
                  text(way.getValue()),
                  form.put(way.getValue(), OWN));
          softly
              .assertThat(changed(update(after)))
              .as(form + ", " + way.getKey() + ", " + subject)
              .isEqualTo(changed(update(posted)));
        }
      }
    }
    softly.assertAll();
  }

  private static Update update(Given given) {
    return given.state().updates().find(Given.THING).orElseThrow();
  }

  private static List<Object> changed(Update update) {
    return List.of(
        update.stage(), update.title(), update.body(), update.kind(), update.course().toString());
  }

  @Test
  void nothingThatIsWrittenIntoAnActionIsDoneByThePersonWhoWritesItsMinutes() throws IOException {
    Ref thing = Ref.to(Ref.Kind.ACTION, Given.THING);
    for (Form form : forms()) {
      Given planned = Given.coalition().and(named(form.line())).does(CHIKA, planned(form));
      for (String verb : List.of("+minutes", "+agenda")) {
        for (Map.Entry<String, String> way : WAYS.entrySet()) {
          String put = form.put("Re: %TITLE%", "");
          String text = form.put(way.getValue(), OWN);
          Given after = answered(BOLA, verb, planned, thing, put, text(way.getValue()), text);
          softly
              .assertThat(changed(action(after)))
              .as(form + ", " + verb + ", " + way.getKey())
              .isEqualTo(changed(action(planned)));
        }
      }
    }
    softly.assertAll();
  }

  private static Event named(String name) {
    return new MemberEvent.SeatTaken(
        new SeatId("named"), "person-named", name, "chirp", Role.LIAISON, null, null);
  }

  @Test
  void whatItsAuthorAddsIsDone() {
    for (String title : List.of("Notice", "Notice (24 hours)", "24 [hours]", "Re: fees")) {
      Given opened =
          Given.coalition()
              .and(
                  new IssueEvent.IssueOpened(
                      ID,
                      "COP-1",
                      "COP",
                      title,
                      "",
                      "",
                      List.of(),
                      null,
                      Audience.everyone(),
                      CHIKA));
      for (String subject :
          List.of("Re: [COP-1] %TITLE% [state=done]", "[state=done]", "Re: else [state=done]")) {
        Given after =
            answered(
                opened,
                Ref.to(Ref.Kind.ISSUE, ID),
                subject.replace("%TITLE%", title),
                text(""),
                "That was it.");
        softly
            .assertThat(issue(after).state())
            .as(title + ", " + subject)
            .isEqualTo(IssueState.DONE);
      }
    }
    softly.assertAll();
  }

  /** Else anyone who writes the same first would have a member's words reach all. */
  @Test
  void whatAsksForFewerReadersIsNeverOverlooked() {
    String line = "Audience: civil society";
    Given opened =
        Given.coalition()
            .and(
                named("Audience:"),
                new IssueEvent.IssueOpened(
                    ID,
                    "COP-1",
                    "COP",
                    "Notice [audience=civil society]",
                    "So.\n" + line,
                    "",
                    List.of(),
                    null,
                    Audience.everyone(),
                    CHIKA));
    Ref thing = Ref.to(Ref.Kind.ISSUE, ID);
    String subject = "Re: [COP-1] Notice [audience=civil society]";

    Given first = answered(opened, thing, subject, text(""), line + "\n\nNot for them.");
    assertThat(first.state().entries().under(thing))
        .singleElement()
        .satisfies(e -> assertThat(e.audience()).isEqualTo(Audience.civilSociety()));
    assertThat(answered(opened, thing, subject, text(""), "Hi all,\n\n" + line + "\n\nNo."))
        .isSameAs(opened);
    assertThat(answered(opened, thing, "x [audience=civil society]", text(""), "No."))
        .as("as the title has it")
        .isNotSameAs(opened);
    assertThat(answered(opened, thing, subject + " [audience=civil society]", text(""), "No."))
        .isSameAs(opened);
  }

  @Test
  void nothingThatIsWrittenIntoAnActionIsDoneByThePersonWhoSaysYes() throws IOException {
    String invited = Files.readString(Checkout.server("src/test/resources/mail/imip/bare.eml"));
    Ref thing = Ref.to(Ref.Kind.ACTION, Given.THING);
    for (Form form : forms()) {
      Given planned = Given.coalition().does(CHIKA, planned(form));
      for (String way : List.of("marked, below", "with a header, unmarked", "nothing")) {
        for (String subject : SUBJECTS) {
          String put = form.put(subject, "").replace("[COP-1] ", "");
          isOnlyAnswered(
              planned,
              answered(planned, thing, put, text(""), form.put(WAYS.get(way), "yes")),
              form + ", " + way + ", " + subject);
        }
      }
      isOnlyAnswered(
          planned,
          answered(
              planned,
              thing,
              "Accepted: " + form.title(),
              "Content-Type: text/calendar; method=REPLY; charset=utf-8\n",
              calendar(form, invited)),
          form + ", by calendar");
      if (!form.line().startsWith("Audience")) {
        isOnlyAnswered(
            planned,
            answered(
                planned,
                thing,
                "Accepted: " + form.title(),
                "Content-Type: text/calendar; method=REPLY; charset=utf-8\n",
                calendar(form, invited)
                    .replaceFirst(
                        "(?m)^UID:",
                        Matcher.quoteReplacement(
                            "COMMENT:" + form.line() + "\\n" + form.title() + "\nUID:"))),
            form + ", by calendar with a comment");
      }
    }
    softly.assertAll();
  }

  private void isOnlyAnswered(Given before, Given after, String as) {
    softly.assertThat(changed(action(after))).as(as).isEqualTo(changed(action(before)));
    Rsvp rsvp = action(after).presence().answers().get(BOLA.value());
    softly.assertThat(rsvp == null ? null : rsvp.answer()).as(as).isEqualTo(Answer.WILL);
  }

  /** As calendars answer: with the title in the subject and in what they send back. */
  private static String calendar(Form form, String invited) {
    String sent =
        "SUMMARY:%1$s\nDESCRIPTION:%2$s\nLOCATION:%2$s\nUID:".formatted(form.title(), form.line());
    return invited
        .split("%ICS%\n", 2)[1]
        .replace("%UID%", Given.THING + "@lists.example")
        .replace("%FROM%", "bola@x.example")
        .replaceFirst("(?m)^UID:", Matcher.quoteReplacement(sent));
  }

  private static ActionCommand planned(Form form) {
    return new ActionCommand.PlanAction(
        Action.Kind.CALL,
        form.title(),
        form.description(),
        null,
        new Action.When(null, null, ZoneId.of("Africa/Lagos")),
        form.line(),
        Audience.everyone());
  }

  private static Action action(Given given) {
    return given.state().actions().find(Given.THING).orElseThrow();
  }

  private static Issue issue(Given given) {
    return given.state().issues().find(ID).orElseThrow();
  }

  private static List<Object> changed(Action action) {
    return List.of(
        action.state(),
        String.valueOf(action.owner()),
        action.when(),
        action.title(),
        action.outcome(),
        action.place());
  }

  /** What an order could change of it. */
  private static List<Object> changed(Issue issue) {
    return List.of(
        issue.state(),
        issue.assignees(),
        String.valueOf(issue.due()),
        issue.facets(),
        issue.title(),
        issue.audience());
  }
}
