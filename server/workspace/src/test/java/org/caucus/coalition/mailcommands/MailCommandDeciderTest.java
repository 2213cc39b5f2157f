package org.caucus.coalition.mailcommands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.moderation.LetterCommand.ModerateSeat;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterEvent.LetterObeyed;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders by mail: all of a letter are done, or none is. */
class MailCommandDeciderTest {
  private static final EntryLetter LETTER =
      new EntryLetter("blob2of7letterblob2of7lett", "o1@press.example", null, false, List.of());
  private static final MailPause FORTNIGHT =
      new MailPause(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-14"));

  private static PostLetter orders(String list, String text) {
    return new PostLetter(
        new LetterOrders(list, "cop+control@x.example", "b@x.example"), "", text, LETTER);
  }

  private static Workspace after(SeatId seat, String list, String text) {
    return Given.coalition().does(seat, orders(list, text)).state();
  }

  private static LetterObeyed obeyed(Workspace state) {
    return state.history().stream()
        .flatMap(commit -> commit.events().stream())
        .filter(LetterObeyed.class::isInstance)
        .map(LetterObeyed.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> faults(Workspace state) {
    return obeyed(state).lines().stream()
        .map(line -> line.fault() == null ? "" : line.fault())
        .toList();
  }

  private static DeliveryPreference habit(Workspace state, SeatId seat, String list) {
    return state.lists().habits().now(seat, list);
  }

  @Test
  void whatIsAskedLineByLineIsDoneAtOnce() {
    Workspace state =
        after(
            BOLA,
            "",
            """
            set coalition digest
            suspend 2026-07-01..2026-07-14 coalition
            leave civil
            set notices none
            --\s
            Bola
            """);

    assertThat(obeyed(state).done()).isTrue();
    assertThat(obeyed(state).lines()).hasSize(4);
    assertThat(habit(state, BOLA, "coalition"))
        .isEqualTo(new DeliveryPreference(Delivery.DIGEST, false, false, false, FORTNIGHT));
    assertThat(habit(state, BOLA, "civil").mode()).isEqualTo(Delivery.NONE);
    assertThat(habit(state, BOLA, "").mode()).isEqualTo(Delivery.NONE);
  }

  @Test
  void oneUnknownLineExecutesNothing() {
    Workspace state = after(BOLA, "", "set coalition none\nlaeve civil\n");

    assertThat(faults(state)).containsExactly("", CommandMessages.meant("leave LIST").english());
    assertThat(habit(state, BOLA, "coalition")).isEqualTo(DeliveryPreference.USUAL);
  }

  @Test
  void aListOneCannotReadIsLikeOneThatIsNotThere() {
    for (String order : List.of("set %s none", "who %s", "index %s", "leave %s")) {
      assertThat(faults(after(CHIKA, "", order.formatted("civil"))))
          .isEqualTo(faults(after(CHIKA, "", order.formatted("nowhere"))))
          .containsExactly(CommandParser.NO_LIST.english());
    }
    assertThat(faults(after(CHIKA, "civil", "leave")))
        .containsExactly(CommandParser.NO_LIST.english());
  }

  @Test
  void theAddressOfAListStandsForTheList() {
    assertThat(habit(after(BOLA, "civil", "set none"), BOLA, "civil").mode())
        .isEqualTo(Delivery.NONE);
    assertThat(habit(after(BOLA, "civil", "suspend 2026-07-01..2026-07-14"), BOLA, "civil").pause())
        .isEqualTo(FORTNIGHT);
  }

  @Test
  void aListThatIsCalledNoticesIsItselfAtItsAddress() {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ListOpened(
                    "notices", "Takedown notices", "", "takedowns", Audience.everyone()));

    Workspace left = given.does(BOLA, orders("notices", "leave")).state();
    assertThat(habit(left, BOLA, "notices").mode()).isEqualTo(Delivery.NONE);
    assertThat(habit(left, BOLA, "").mode()).isEqualTo(Delivery.EACH);

    Workspace quiet = given.does(BOLA, orders("", "leave notices")).state();
    assertThat(habit(quiet, BOLA, "notices").mode()).isEqualTo(Delivery.EACH);
    assertThat(habit(quiet, BOLA, "").mode()).isEqualTo(Delivery.NONE);
  }

  @Test
  void aListIsFoundByItsNameThoughThatMeansSomethingInAnotherLanguage() {
    Given given =
        Given.coalition()
            .and(new ListEvent.ListOpened("avis", "Avis", "", "avis", Audience.everyone()));

    Workspace set = given.does(BOLA, orders("", "set avis digest")).state();
    assertThat(habit(set, BOLA, "avis").mode()).isEqualTo(Delivery.DIGEST);
    Workspace left = given.does(BOLA, orders("", "leave avis")).state();
    assertThat(habit(left, BOLA, "avis").mode()).isEqualTo(Delivery.NONE);
    assertThat(habit(left, BOLA, "").mode()).isEqualTo(Delivery.EACH);
    assertThat(habit(after(BOLA, "", "réglez avis rien"), BOLA, "").mode())
        .isEqualTo(Delivery.NONE);
  }

  @Test
  void aPauseOfAllMailIsThePersonsOwnAndCanBeEnded() {
    Workspace away = after(BOLA, "", "suspend 2026-07-01..2026-07-14");
    assertThat(away.lists().habits().now(BOLA).pause()).isEqualTo(FORTNIGHT);

    Workspace back =
        Given.coalition()
            .does(BOLA, orders("", "suspend 2026-07-01..2026-07-14"))
            .does(BOLA, orders("", "resume"))
            .state();
    assertThat(back.lists().habits().now(BOLA).pause()).isNull();
  }

  @Test
  void theRulesOfTheBrowserHold() {
    assertThat(faults(after(BOLA, "", "suspend 2026-07-01..2028-07-14")).getFirst())
        .contains("The limit is " + MailPause.MAX_DAYS + " days");
    assertThat(faults(after(BOLA, "", "set notices digest")).getFirst())
        .contains("Choose EACH or NONE");
  }

  @Test
  void whoReadsAlongAndWhoIsReadFirstOrderTheirOwnMail() {
    assertThat(obeyed(after(CLAIRE, "", "set coalition summary")).done()).isTrue();
    Workspace state =
        Given.coalition()
            .does(Parties.AMINA, new ModerateSeat(BOLA, true))
            .does(BOLA, orders("", "set coalition summary"))
            .state();
    assertThat(habit(state, BOLA, "coalition").mode()).isEqualTo(Delivery.SUMMARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lists\n\nOn Mon, 1 Jun 2026, Caucus wrote:\n> > set coalition none\n> Done.\n",
        """
        lists

        On Mon, 1 Jun 2026 at 10:00, the coalition's orders
        <cop+control@x> wrote:

        > a
        """,
        "LISTS\n-----Original Message-----\nFrom: nobody\n",
        "> set coalition none\nlists\nend\nSent from a telephone\n",
        "\n\nlists\n--\nBola, Press Union\n"
      })
  void whatMailProgramsAddIsNoOrder(String text) {
    LetterObeyed obeyed = obeyed(after(BOLA, "", text));

    assertThat(obeyed.lines())
        .extracting(line -> line.text().toLowerCase(Locale.ROOT))
        .containsExactly("lists");
    assertThat(obeyed.done()).isTrue();
  }

  @Test
  void anEmptyLetterHasItsOrderInItsSubjectElseAsksForHelp() {
    assertThat(CommandParser.read("\n", "set digest", "civil").getFirst().order())
        .isEqualTo(new MailCommand.SetMode("=civil", Delivery.DIGEST));
    assertThat(CommandParser.read("", "", "").getFirst().order()).isEqualTo(new MailCommand.Help());
  }

  @Test
  void everythingHasALimit() {
    String many = IntStream.range(0, 60).mapToObj(i -> "lists").collect(Collectors.joining("\n"));
    assertThat(CommandParser.read(many, "", "")).hasSize(CommandParser.MAX_ORDERS + 1);
    assertThat(faults(after(BOLA, "", many)).getLast())
        .isEqualTo(CommandMessages.TOO_MANY.english());
    assertThat(faults(after(BOLA, "", "who " + "x".repeat(600))))
        .containsExactly(CommandMessages.TOO_LONG.english());
    String gets =
        IntStream.range(0, 11).mapToObj(i -> "get <" + i + "@x>").collect(Collectors.joining("\n"));
    assertThat(faults(after(BOLA, "", gets)).getLast())
        .isEqualTo(CommandMessages.TOO_MANY_GETS.english());
    assertThat(faults(after(BOLA, "", "index civil 201")))
        .containsExactly(CommandMessages.INDEX.english());
  }
}
