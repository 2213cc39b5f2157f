package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Reminder;
import org.caucus.coalition.actions.Strategy;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter plans an action, for whom it says, and is refused whole if it asks anything wrongly. */
class PlannedByMailTest extends LetterWriting {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

  private void writes(String from, String to, String text) throws IOException {
    mail(from, to, "Joint call on Part III", text);
  }

  private Optional<Action> planned() {
    return office.state().actions().byId().values().stream().findFirst();
  }

  @Test
  void whoIsInvitedByALetterAnswersWithOneWord() throws IOException {
    mail("amina@rights.example", ACTIONS, "Joint call", "Audience: everyone\n\nOn part four.");
    String to = ticketOf("bola");
    mail(BOLA, to, "Re: Joint call", "Yes");
    mail(CHIKA, ticketOf("chika", invited()), "Re: Joint call", "Is there an agenda?");

    Action call = office.state().actions().byId().values().iterator().next();
    assertThat(call.presence().answers().get(office.seats.get("bola").value()).answer())
        .isEqualTo(Commitment.Answer.WILL);
    assertThat(office.state().entries().under(call.ref()))
        .extracting(Entry::text)
        .containsExactly("On part four.", "Is there an agenda?");
  }

  private long invited() {
    return office.state().history().stream()
        .filter(c -> c.events().stream().anyMatch(e -> e instanceof ActionEvent.ActionPlanned))
        .findFirst()
        .orElseThrow()
        .sequence();
  }

  @Test
  void itsHeadLinesSayWhatItIs() throws IOException {
    writes(
        BOLA,
        ACTIONS,
        """
        Kind: call
        When: 2027-03-02 10:00 to 11:30 Africa/Lagos
        Audience: with chirp
        Where: Abuja, room 4
        Link: https://call.example/cop
        Asked: chirp, press
        Strategy: private advocacy
        Remind: day, two hours

        We ask them about removal within 24 hours.\
        """);

    Action action = planned().orElseThrow();
    assertThat(action.kind()).isEqualTo(Action.Kind.CALL);
    assertThat(action.title()).isEqualTo("Joint call on Part III");
    assertThat(action.description()).isEqualTo("We ask them about removal within 24 hours.");
    assertThat(action.audience()).isEqualTo(Audience.withCompany("chirp"));
    assertThat(action.owner()).isEqualTo(office.seats.get("bola"));
    assertThat(action.when())
        .isEqualTo(
            new Action.When(
                Instant.parse("2027-03-02T09:00:00Z"),
                Instant.parse("2027-03-02T10:30:00Z"),
                LAGOS));
    assertThat(action.place()).isEqualTo("Abuja, room 4");
    assertThat(action.details().link()).isEqualTo("https://call.example/cop");
    assertThat(action.details().organisations()).containsExactly("chirp", "press");
    assertThat(action.details().strategies()).containsExactly(Strategy.PRIVATE_ADVOCACY);
    assertThat(action.details().reminders()).containsExactly(Reminder.DAY, Reminder.TWO_HOURS);
    assertThat(office.state().entries().byId().values())
        .as("the letter itself is one click away")
        .singleElement()
        .extracting(Entry::audience)
        .isEqualTo(Audience.withCompany("chirp"));
  }

  @Test
  void itIsPlannedForNobodyWhomItDoesNotName() throws IOException {
    writes(BOLA, ACTIONS, "Kind: call\n\nWho reads this?");

    assertThat(planned()).isEmpty();
    assertThat(refused().getFirst()).isEqualTo(RefusalMessages.SAY_AUDIENCE.english());
    assertThat(shown()).isEqualTo("Audience: civil society\nKind: call");
  }

  /** What the refusal shows, as a letter. */
  private String shown() {
    String again = refused().getLast();
    assertThat(again).startsWith(AGAIN);
    return again.substring(AGAIN.length()).replace("\n    ", "\n").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kind: picnic | The value of Kind is not known | Kind: task",
        "Kind: pres conference | The value of Kind is not known | Kind: press conference",
        "When: 2/3/2099 | The line \"When\" could not be read | When: 2099-03-02",
        "When: 2099-03-02 25:00 | The line \"When\" could not be read | When: 2099-03-02",
        "When: 2099-03-02 10:00 | Your time zone is not known | When: 2099-03-02 10:00 UTC",
        "When: 2099-03-02 10:00 to 09:00 UTC | The end is before the start | When: 2099-03-02 10:00"
            + " UTC",
        "When: 2099-03-02 10:00 Africa/Lagoss | could not be read | When: 2099-03-02 10:00"
            + " Africa/Lagos",
        "Link: javascript:alert(1) | This link is not valid |",
        "Link: call.example/cop | This link is not valid | Link: https://call.example/cop",
        "Asked: ministry | The line \"Asked\" could not be read |",
        "Asked: chirp, pres, rights | The line \"Asked\" could not be read | Asked: press, rights",
        "Strategy: bribery | The value of Strategy is not known |",
        "Strategy: private advocay, research | The value of Strategy is not known | Strategy:"
            + " private advocacy, research",
        "Remind: always | The value of Remind is not known |",
        "Reply-due: 1.6.2099 | This date could not be read | Reply-due: 2099-06-01",
      })
  void whatItAsksWronglyRefusesAllOfItAndIsShownPutRight(String line, String rule, String right)
      throws IOException {
    writes(BOLA, ACTIONS, "Audience: civil society\n" + line + "\n\nSo.");

    assertThat(planned()).isEmpty();
    assertThat(refused().getFirst()).startsWith(ASKS_ACTION_WRONGLY).contains(rule);
    assertThat(shown()).isEqualTo("Audience: civil society" + (right == null ? "" : "\n" + right));
    writes(BOLA, ACTIONS, shown() + "\n\nSo.");
    assertThat(planned()).as("what is shown is accepted").isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bola@press.example | Kind: picnic | Audience: civil society~Kind: task",
        "bola@press.example | Kind: call~Kind: task~Audience: everyone | Audience: everyone~Kind:"
            + " call",
        "bola@press.example | Audience: evryone~Kind: cal | Audience: everyone~Kind: call",
        "bola@press.example | Audience: only chirp~Kind: cal | Audience: civil society~Kind: call",
        "chika@chirp.example | Kind: task | Audience: only chirp~Kind: task",
        "chika@chirp.example | Kind: tsk | Audience: only chirp~Kind: task",
        "chika@chirp.example | Audience: civil society~Asked: chirp, press | Audience: only"
            + " chirp~Asked: chirp",
        "chika@chirp.example | Audience: civil society~Kind: task | Audience: only chirp~Kind:"
            + " task",
        "chika@chirp.example | Audience: civil socety~Kind: cal | Audience: only chirp~Kind: call",
      })
  void whatIsShownIsAcceptedFromThePersonWhoIsShownIt(String from, String text, String right)
      throws IOException {
    writes(from, ACTIONS, text.replace('~', '\n') + "\n\nSo.");

    assertThat(planned()).isEmpty();
    assertThat(shown()).isEqualTo(right.replace('~', '\n'));
    writes(from, ACTIONS, shown() + "\n\nSo.");
    assertThat(planned()).isPresent();
    assertThat(office.events(LetterEvent.LetterRefused.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-03-02 | 2027-03-01T23:00:00Z | 2027-03-02T23:00:00Z | true",
        "2027-03-02 to 2027-03-04 | 2027-03-01T23:00:00Z | 2027-03-04T23:00:00Z | true",
        "2027-03-02 9:30 | 2027-03-02T08:30:00Z | | false",
        "2027-03-02 22:00 to 2027-03-03 01:00 | 2027-03-02T21:00:00Z | 2027-03-03T00:00:00Z |"
            + " false",
      })
  void aTimeIsThatOfItsAuthorsZone(String when, Instant starts, Instant ends, boolean allDay)
      throws IOException {
    writes(BOLA, ACTIONS, "Audience: everyone\nWhen: " + when + " Africa/Lagos\n\nSo.");

    Action action = planned().orElseThrow();
    assertThat(action.when()).isEqualTo(new Action.When(starts, ends, LAGOS));
    assertThat(action.details().allDay()).isEqualTo(allDay);
  }

  @Test
  void whoChoseAZoneNeedNotNameIt() throws IOException {
    office.submit(
        "bola",
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(LAGOS, true, null), Delivery.EACH));
    writes(BOLA, ACTIONS, "Audience: everyone\nWhen: 2027-03-02 10:00\n\nSo.");

    assertThat(planned().orElseThrow().when())
        .isEqualTo(new Action.When(Instant.parse("2027-03-02T09:00:00Z"), null, LAGOS));
  }

  @Test
  void onlyMembersWhoSpeakForThemselvesPlan() throws IOException {
    String text = "Audience: everyone\n\nSo.";
    writes("stranger@else.example", ACTIONS, text);
    assertThat(refused()).containsExactly(RefusalMessages.UPDATES_ONLY.english());
    writes("dayo@press.example", ACTIONS, text);
    assertThat(refused()).containsExactly(RefusalMessages.OBSERVERS_PLAN_NOTHING.english());
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("bola"), true));
    writes(BOLA, ACTIONS, text);
    assertThat(refused()).containsExactly(RefusalMessages.PLANNED_UNREAD.english());

    assertThat(planned()).isEmpty();
    assertThat(office.events(LetterEvent.LetterHeld.class))
        .as("what is for few is not put before those who would read it first")
        .isEmpty();
  }

  @Test
  void nobodyPlansForThoseAmongWhomTheyAreNot() throws IOException {
    writes("chika@chirp.example", ACTIONS, "Audience: civil society\n\nSo.");
    assertThat(refused().getFirst()).startsWith(AUDIENCE_REFUSED);
    writes("chika@chirp.example", ACTIONS, "Audience: only chirp\nAsked: vista\n\nSo.");
    assertThat(refused().getFirst()).contains("organisations of this workspace that can read");
    String outside = String.join("\n", refused());
    writes("chika@chirp.example", ACTIONS, "Audience: only chirp\nAsked: nobody\n\nSo.");

    assertThat(String.join("\n", refused())).isEqualTo(outside);
    assertThat(planned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cop+actions@caucus.example | Kind: task~Audience: civil society~~So.",
        "provisions@caucus.example | Priority: high~Audience: civil society~~So.",
        "coalition@caucus.example | Audience: civil society~~So.",
        "cop+actions@caucus.example | Audience: civil society~~So.~~Sent from my iPhone",
        "provisions@caucus.example | So.~~-- ~Bola~Press Union",
        "provisions@caucus.example | Priority: high~~- [ ] Ask~~So.~~Sent from my iPhone",
        "provisions@caucus.example | Provision: Part III, on~removals~Priority: high~~So.",
      })
  void aLetterThatComesTwiceIsOne(String to, String text) throws IOException {
    for (int i = 0; i < 2; i++) {
      send("twice@press.example", BOLA, to, "Fees", "", text.replace('~', '\n'));
    }

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(office.events(LetterEvent.LetterDropped.class))
        .extracting(LetterEvent.LetterDropped::reason)
        .containsExactly(RefusalMessages.DUPLICATE);
  }

  @Test
  void whatAnswersFewerAsksItsAuthor() throws IOException {
    send("us@press.example", BOLA, "civil@caucus.example", "Among us", "", "Our line.");
    String answers = "In-Reply-To: <us@press.example>\n";
    mail(BOLA, ACTIONS, "What comes next", answers, "Audience: everyone\n\nLet us call them.");

    assertThat(planned()).isEmpty();
    assertThat(office.events(LetterEvent.LetterHeld.class))
        .singleElement()
        .satisfies(held -> assertThat(held.reasons()).containsExactly(RefusalMessages.NARROWER));
  }

  private String hour() {
    return office.today().plusDays(30) + " 09:00 Africa/Lagos";
  }

  @Test
  void itIsKnownToThoseItNamesUntilItsEmbargoEnds() throws IOException {
    writes(BOLA, ACTIONS, "Audience: Amina\nEmbargo: " + hour() + ", civil society\n\nNot before.");

    Action action = planned().orElseThrow();
    assertThat(action.audience())
        .as("and its author")
        .isEqualTo(Audience.named(List.of(office.seats.get("amina"), office.seats.get("bola"))));
    assertThat(action.embargo().to()).isEqualTo(Audience.civilSociety());
    assertThat(action.embargo().until())
        .isEqualTo(office.today().plusDays(30).atTime(9, 0).atZone(LAGOS).toInstant());
    assertThat(office.state().entries().byId().values())
        .singleElement()
        .extracting(Entry::audience)
        .isEqualTo(action.audience());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // nobody is named: who was to read it at once may read it afterwards
        "Audience: civil society~Embargo: HOUR | only the people you name |"
            + " Audience: me~Embargo: HOUR, civil society",
        "Audience: everyone~Kind: cal~Embargo: HOUR, civil society | only the people you name |"
            + " Audience: me~Kind: call~Embargo: HOUR, civil society",
        "Embargo: HOUR, everyone | only the people you name | Audience: me~Embargo: HOUR,"
            + " everyone",
        "Audience: amina~Embargo: HOUR | The line \"Embargo\" could not be read | Audience:"
            + " Amina~Embargo: HOUR, civil society",
        "Audience: amina~Embargo: 2020-01-01 09:00 Africa/Lagos, everyone | This embargo date is"
            + " not possible | ",
        "Audience: amina, chika~Embargo: HOUR, civil society | The later readers must include |"
            + " Audience: Amina, chika~Embargo: HOUR, with chirp",
        "Audience: amnia, bola~Embargo: HOUR, everyone | Caucus does not know the audience |"
            + " Audience: Amina~Embargo: HOUR, everyone",
        "Audience: zork, gone~Embargo: HOUR, everyone | Caucus does not know the audience |"
            + " Audience: me~Embargo: HOUR, everyone",
      })
  void anEmbargoThatCannotBeObeyedRefusesAllOfIt(String text, String rule, String right)
      throws IOException {
    String written = text.replace('~', '\n').replace("HOUR", hour());
    writes(BOLA, ACTIONS, written + "\n\nSo.");

    assertThat(planned()).isEmpty();
    assertThat(refused().getFirst()).contains(rule);
    if (right != null) {
      assertThat(shown()).isEqualTo(right.replace('~', '\n').replace("HOUR", hour()));
    }
    writes(BOLA, ACTIONS, shown() + "\n\nSo.");
    assertThat(planned().orElseThrow().audience()).isInstanceOf(Audience.Named.class);
    assertThat(planned().orElseThrow().embargo()).isNotNull();
  }

  @Test
  void aMisspeltEmbargoPlansNothing() throws IOException {
    writes(BOLA, ACTIONS, "Audience: me, amina\nEmbrago: " + hour() + ", everyone\n\nSo.");

    assertThat(planned()).isEmpty();
    assertThat(shown()).isEqualTo("Audience: Amina\nembargo: " + hour() + ", everyone");
  }

  @Test
  void peopleWhoAreNamedReadALetterToAList() throws IOException {
    writes(BOLA, "coalition@caucus.example", "Audience: amina, Chika\n\nAmong the three of us.");
    writes(BOLA, "civil@caucus.example", "Audience: chika\n\nSo.");

    assertThat(office.state().entries().byId().values())
        .singleElement()
        .extracting(Entry::audience)
        .isEqualTo(
            Audience.named(
                List.of(
                    office.seats.get("amina"),
                    office.seats.get("bola"),
                    office.seats.get("chika"))));
    String outside = String.join("\n", refused());
    writes(BOLA, "civil@caucus.example", "Audience: zork\n\nSo.");
    assertThat(String.join("\n", refused()))
        .as("who cannot read the list is like who is not here")
        .isEqualTo(outside);
  }

  @Test
  void aPlaceThatIsTooLongIsNoText() throws IOException {
    writes(BOLA, ACTIONS, "Audience: everyone\nWhere: " + "x".repeat(2_001) + "\n\nSo.");

    assertThat(planned()).isEmpty();
    assertThat(refused().getFirst())
        .contains("Where is too long: 2,001 characters. The limit is 2,000.");
    writes(BOLA, ACTIONS, shown() + "\n\nSo.");
    assertThat(planned().orElseThrow().place()).hasSize(2_000);
  }

  @Test
  void whoHasSeveralSeatsSaysForWhich() throws IOException {
    office.join("bola", "rights", Role.MEMBER);
    String text = "Audience: everyone\n\nSo.";
    writes(BOLA, ACTIONS, text);
    assertThat(refused()).containsExactly(RefusalMessages.WHICH_PLANNER.english());
    writes(BOLA, "cop+actions.vista@caucus.example", text);
    assertThat(refused()).containsExactly(RefusalMessages.NOT_YOUR_PLANNER.english());
    writes(BOLA, "cop+actions.nowhere@caucus.example", text);
    assertThat(refused()).containsExactly(RefusalMessages.NOT_YOUR_PLANNER.english());

    writes(BOLA, "cop+actions.rights@caucus.example", text);
    assertThat(office.state().members().seats().get(planned().orElseThrow().owner()).organisation())
        .isEqualTo("rights");
  }
}
