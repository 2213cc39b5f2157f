package org.caucus.workspace.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.RosterStatement;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows of a roster, and which tables are none. */
class RosterPreviewTest {
  private static final String COLUMNS = "name,address,organisation,role\n";

  private static final RosterPreview.Asked USUAL = new RosterPreview.Asked(false, "", AMINA);

  private Given given = Given.coalition();

  private List<RosterPreview.Row> plan(String csv) {
    Instant at = given.state().history().getLast().at();
    return RosterPreview.of(given.state(), read(csv), USUAL, at);
  }

  private List<RosterTable.Row> read(String csv) {
    return RosterTable.read(csv, RosterPreview.organisations(given.state())).rows();
  }

  private RosterPreview.Row only(String row) {
    return plan(COLUMNS + row).getFirst();
  }

  @Test
  void aRowOfSomebodyNewIsInvitedAsItStands() {
    RosterPreview.Row row = only("\"Eze, Ben\",Ben@Press.example,press,observer");

    assertThat(row.state()).isEqualTo(RosterPreview.State.NEW);
    assertThat(row.invite().name()).isEqualTo("Eze, Ben");
    assertThat(row.invite().organisation()).isEqualTo("press");
    assertThat(row.invite().role()).isEqualTo(Role.OBSERVER);
    assertThat(row.of().line()).isEqualTo(2);
  }

  @Test
  void aRoleThatIsLeftOutIsTheUsualOneOfTheSide() {
    assertThat(only("Ben,b@x.example,press,").invite().role()).isEqualTo(Role.MEMBER);
    assertThat(only("Vi,v@x.example,chirp,").invite().role()).isEqualTo(Role.LIAISON);
    assertThat(plan("address;organisation\nb@x.example;press\n").getFirst().invite().role())
        .isEqualTo(Role.MEMBER);
  }

  /** Rosters of other servers have a row for each list. */
  @Test
  void aRowForEachListIsOneInvitation() {
    List<RosterPreview.Row> rows =
        plan(
            """
            sep=;
            address;organisation;list;mode
            b@x.example;press;coalition;digest
            B@x.example;press;civil;none
            b@x.example;press;civil;each
            b@x.example;watch;civil;each
            """);

    assertThat(rows.getFirst().invite().terms().mail())
        .containsExactly(
            new RosterStatement.Mail("coalition", "DIGEST"),
            new RosterStatement.Mail("civil", "NONE"));
    assertThat(rows).extracting(row -> row.of().line()).containsExactly(3, 4, 5, 6);
    assertThat(rows)
        .extracting(RosterPreview.Row::state)
        .containsExactly(
            RosterPreview.State.NEW,
            RosterPreview.State.KNOWN,
            RosterPreview.State.REFUSED,
            RosterPreview.State.REFUSED);
    assertThat(rows.get(1).why()).asString().isEqualTo("Same person as in line 3.");
    assertThat(rows.get(2).why())
        .asString()
        .isEqualTo("This address already appears in line 3. Remove one of the lines.");
    assertThat(rows.get(3).why()).asString().contains("for another organisation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ben,no address,press,member            | not an email address",
        "Ben,b@x.example,nowhere,member           | is not in the workspace",
        "Ben,b@x.example,,member                  | The organisation is missing",
        "Ben,b@x.example,press,king             | This role is not known",
        "Ben,b@x.example,press,liaison          | convenor, member or observer",
        "Vi,v@x.example,chirp,convenor            | liaison or observer",
      })
  void whatCannotBeDoneIsSaidWhereItStands(String row, String why) {
    RosterPreview.Row planned = only(row);

    assertThat(planned.state()).isEqualTo(RosterPreview.State.REFUSED);
    assertThat(planned.invite()).isNull();
    assertThat(planned.why()).asString().contains(why);
  }

  @Test
  void theSameAddressTwiceIsOnce() {
    List<RosterPreview.Row> rows =
        plan(COLUMNS + "Ben,b@x.example,press,\n\nBen,B@X.example,press,observer\n");

    assertThat(rows.getFirst().state()).isEqualTo(RosterPreview.State.NEW);
    assertThat(rows.getLast().state()).isEqualTo(RosterPreview.State.REFUSED);
    assertThat(rows.getLast().why()).asString().contains("line 2");
    assertThat(rows.getLast().of().line()).isEqualTo(4);
  }

  @Test
  void whoIsInvitedOrHereByAnInvitationIsKnown() {
    given =
        given.and(new MemberEvent.Invited("i1", "b@x.example", null, "press", Role.MEMBER, AMINA));
    assertThat(only("Ben,b@x.example,press,").state()).isEqualTo(RosterPreview.State.KNOWN);
    assertThat(only("Ben,b@x.example,press,").why()).asString().contains("open invitation");

    given =
        given.and(
            new MemberEvent.SeatTaken(
                new SeatId("s-ben"), "person-ben", "Ben", "press", Role.MEMBER, "i1", null));
    assertThat(only("Ben,B@x.example,press,").why())
        .asString()
        .contains("Already a member for this organisation");

    given = given.and(new MemberEvent.SeatEnded(new SeatId("s-ben")));
    assertThat(only("Ben,b@x.example,press,").state()).isEqualTo(RosterPreview.State.NEW);
  }

  @Test
  void anInvitationThatHasRunOutIsNotInTheWay() {
    given =
        given
            .and(new MemberEvent.Invited("i1", "b@x.example", null, "press", Role.MEMBER, AMINA))
            .later(Invitation.LIFETIME.plus(Duration.ofDays(1)))
            .and(new MemberEvent.Invited("i2", "c@x.example", null, "press", Role.MEMBER, AMINA));

    assertThat(only("Ben,b@x.example,press,").state()).isEqualTo(RosterPreview.State.NEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name,organisation~B,h                      | No email address",
        "address,organisation                       | no rows",
        "address,organisation~\"b@x.example,h        | mark in line 2 is not closed",
        "address,organisation~\"b\"c,h               | after a closing quotation",
      })
  void aTableThatIsNoneNamesWhatIsWrong(String csv, String why) {
    assertThatThrownBy(() -> plan(csv.replace('~', '\n')))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  @Test
  void aTableHasLimits() {
    String row = "b@x.example,press\n";
    assertThat(plan("address,organisation\r\n" + row.repeat(RosterTable.MAX_ROWS)))
        .hasSize(RosterTable.MAX_ROWS);
    assertThatThrownBy(() -> plan("address,organisation\n" + row.repeat(RosterTable.MAX_ROWS + 1)))
        .hasMessageContaining("1,000 rows");
    assertThatThrownBy(() -> plan("x".repeat(RosterTable.MAX_CHARS + 1)))
        .hasMessageContaining("characters");
  }

  @Test
  void whatWasStatedIsInTheLogAndTheModeHoldsFromTheFirstDay() {
    Instant at = given.state().history().getLast().at();
    String csv = "address,organisation,list,mode\nb@x.example,press,coalition civil,digest\n";
    MemberCommand.Invite invite =
        RosterPreview.of(given.state(), read(csv), new RosterPreview.Asked(true, "", AMINA), at)
            .getFirst()
            .invite();
    given = given.commits(AMINA, invite);
    MemberEvent.Invited invited =
        (MemberEvent.Invited) given.state().history().getLast().events().getFirst();
    assertThat(invited.terms().consented()).isTrue();

    Given taken =
        given.does(null, new MemberCommand.AcceptInvitation(Given.THING, "person-ben", "Ben"));

    SeatId ben = new SeatId(Given.THING);
    assertThat(taken.state().lists().habits().now(ben, "coalition").mode())
        .isEqualTo(Delivery.DIGEST);
    assertThat(taken.state().lists().habits().now(ben, "civil").mode()).isEqualTo(Delivery.DIGEST);
  }

  @Test
  void aListThatTheConvenorDoesNotReadIsAsOneThatIsNotThere() {
    given = given.and(Parties.list("desk", Audience.companyOnly("chirp")));

    for (String list : List.of("desk", "nowhere")) {
      Message why = plan("address,organisation,list\nv@x.example,chirp," + list).getFirst().why();
      assertThat(why).asString().contains("no list").contains(list);
    }
  }

  @Test
  void listsAndTheirModeAreKeptForWhenTheSeatIsTaken() {
    RosterPreview.Row row =
        plan("address,organisation,list,mode\nb@x.example,press,coalition,digest\n").getFirst();

    assertThat(row.state()).isEqualTo(RosterPreview.State.NEW);
    assertThat(row.invite().terms())
        .isEqualTo(
            new RosterStatement(false, List.of(new RosterStatement.Mail("coalition", "DIGEST"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b@x.example,press,nowhere,digest   | no list",
        "b@x.example,press,coalition,weekly | This mode is not known",
        "b@x.example,press,,digest          | Name the list in the column",
        "v@x.example,chirp,civil,digest     | no list"
      })
  void aListOrModeThatCannotBeIsRefused(String row, String why) {
    RosterPreview.Row refused =
        plan("address,organisation,list,mode\n" + row.strip() + "\n").getFirst();

    assertThat(refused.state()).isEqualTo(RosterPreview.State.REFUSED);
    assertThat(refused.why()).asString().contains(why);
  }

  @Test
  void whoHasNoOrganisationGetsTheOneThatIsChosen() {
    Instant at = given.state().history().getLast().at();
    List<RosterTable.Row> rows = read("Ada Obi <ada@x.example>; no address; ben@x.example");
    List<RosterPreview.Row> planned =
        RosterPreview.of(given.state(), rows, new RosterPreview.Asked(false, "press", AMINA), at);

    assertThat(planned.getFirst().invite().organisation()).isEqualTo("press");
    assertThat(planned.getFirst().invite().name()).isEqualTo("Ada Obi");
    assertThat(planned.get(1).state()).isEqualTo(RosterPreview.State.REFUSED);
    assertThat(planned.getFirst().invite().sending().remind()).isTrue();
    assertThat(plan("Ada Obi <ada@x.example>").getFirst().why())
        .asString()
        .contains("organisation is missing");
  }

  @Test
  void aRowThatCannotBeReadIsRefusedAlone() {
    List<RosterPreview.Row> rows =
        plan("address,organisation\nb@x.example,press,more\nc@x.example,press\n");

    assertThat(rows.getFirst().why()).asString().contains("It has 3 cells");
    assertThat(rows.getLast().state()).isEqualTo(RosterPreview.State.NEW);
  }
}
