package org.caucus.views.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.MailContent;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.calendar.CalendarInvitation;
import org.caucus.messaging.calendar.CalendarWriter;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** Calendars read what is written, by another's parser; and each seat finds what it may read. */
class CalendarSubscriptionTest {
  private static final Site SITE = new Site("lists.example", "https://caucus.example");
  private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant TEN = Instant.parse("2026-06-21T09:00:00Z");

  private static ActionEvent.ActionPlanned planned(
      String id, String title, Audience audience, ZoneId zone) {
    return new ActionEvent.ActionPlanned(
        id,
        Action.Kind.CALL,
        title,
        "",
        BOLA,
        new Action.When(TEN, TEN.plusSeconds(5_400), zone),
        "Abuja; room 4, upstairs",
        audience,
        BOLA);
  }

  private static ActionEvent.ActionDetailed wholeDays(String id) {
    return new ActionEvent.ActionDetailed(
        id,
        new ActionDetails(
            true,
            List.of(),
            List.of(),
            "https://call.example",
            "1. Notice period\n2. Appeals",
            "",
            "",
            LocalDate.parse("2026-07-15"),
            List.of(),
            List.of(),
            List.of()));
  }

  private static String written(Given given, SeatId reader) {
    return CalendarSubscription.of(given.state(), reader, SITE, NOW);
  }

  private static Calendar parsed(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.validate().getEntries()).as(text).isEmpty();
      return calendar;
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Map<String, Component> events(String text) {
    Map<String, Component> events = new TreeMap<>();
    parsed(text)
        .<CalendarComponent>getComponents(Component.VEVENT)
        .forEach(e -> events.put(value(e, Property.UID), e));
    return events;
  }

  private static String value(Component event, String name) {
    return event.<Property>getProperty(name).map(Property::getValue).orElse("");
  }

  @Test
  void eachSeatFindsWhatItCanRead() {
    Given given =
        Given.coalition()
            .and(
                planned("call", "Joint call", Audience.everyone(), LAGOS),
                planned("memo", "Memo to the agency", Audience.civilSociety(), LAGOS),
                planned("chirp", "With Chirp", Audience.withCompany("chirp"), LAGOS));

    assertThat(events(written(given, AMINA)).keySet())
        .containsExactly("call@lists.example", "chirp@lists.example", "memo@lists.example");
    assertThat(events(written(given, CHIKA)).keySet())
        .containsExactly("call@lists.example", "chirp@lists.example");
    assertThat(written(given, CHIKA)).doesNotContain("Memo");
  }

  @Test
  void timesAreInTheirZoneWhichIsDescribed() {
    Given given =
        Given.coalition()
            .and(
                planned("a", "In Lagos", Audience.everyone(), LAGOS),
                planned("b", "In Berlin", Audience.everyone(), BERLIN),
                planned("c", "Anywhere", Audience.everyone(), ZoneId.of("UTC")));
    String text = written(given, AMINA);

    assertThat(text)
        .contains("DTSTART;TZID=Africa/Lagos:20260621T100000\r\n")
        .contains("DTSTART;TZID=Europe/Berlin:20260621T110000\r\n")
        .contains("DTSTART:20260621T090000Z\r\n");
    assertThat(parsed(text).<CalendarComponent>getComponents(Component.VTIMEZONE))
        .extracting(z -> value(z, Property.TZID))
        .containsExactly("Africa/Lagos", "Europe/Berlin");
    assertThat(text).contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100");
  }

  private static ActionEvent.ActionPlanned planned(String id, Instant from, Instant until) {
    return new ActionEvent.ActionPlanned(
        id,
        Action.Kind.MEETING,
        "In Berlin",
        "",
        BOLA,
        new Action.When(from, until, BERLIN),
        "",
        Audience.everyone(),
        BOLA);
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }

  /** Its zone was described by the first 64 changes of the clock, and no others. */
  @Test
  void anActionOfHalfACenturyMovesNoOther() {
    Given given =
        Given.coalition()
            .and(
                planned("long", at("1975-01-01T00:00:00Z"), at("2027-12-01T00:00:00Z")),
                planned("summer", at("2027-07-01T08:00:00Z"), at("2027-07-01T09:00:00Z")));
    String text = written(given, AMINA);

    assertThat(events(text)).hasSize(2);
    assertThat(text)
        .contains("DTSTART;TZID=Europe/Berlin:20270701T100000\r\n")
        .contains("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100")
        .contains("BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\nTZOFFSETFROM:+0200");
    assertThat(text.split("TZOFFSETTO", -1)).as("no more than are needed").hasSize(4);
  }

  @Test
  void anHourThatClocksShowTwiceIsToldApart() {
    Given given =
        Given.coalition()
            .and(planned("night", at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")));
    String text = written(given, AMINA);

    assertThat(events(text)).hasSize(1);
    assertThat(text)
        .contains("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n")
        .contains("DTEND:20261025T013000Z\r\n");
  }

  @Test
  void wholeDaysAreDatesAndAReplyThatIsDueHasItsOwn() {
    Given given =
        Given.coalition()
            .and(planned("memo", "Memo", Audience.everyone(), LAGOS), wholeDays("memo"));
    Map<String, Component> events = events(written(given, AMINA));

    assertThat(value(events.get("memo@lists.example"), Property.DTSTART)).isEqualTo("20260621");
    assertThat(value(events.get("memo@lists.example"), Property.DTEND)).isEqualTo("20260622");
    Component reply = events.get("reply-memo@lists.example");
    assertThat(value(reply, Property.DTSTART)).isEqualTo("20260715");
    assertThat(value(reply, Property.SUMMARY)).isEqualTo("Reply due: Memo");
  }

  @Test
  void aChangeCountsUpAndWhatWasCalledOffIsCancelled() {
    Given given = Given.coalition().and(planned("call", "Call", Audience.everyone(), LAGOS));
    assertThat(value(events(written(given, AMINA)).get("call@lists.example"), Property.SEQUENCE))
        .isEqualTo("0");

    Given off =
        given.and(
            new ActionEvent.ActionEdited(
                "call", null, null, Action.State.CALLED_OFF, null, null, null, null));
    Component event = events(written(off, AMINA)).get("call@lists.example");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
    assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
  }

  /** Every day one, half of them to come. */
  private static Given manyDays(int past, int ahead) {
    ActionEvent[] days = new ActionEvent[past + ahead];
    for (int day = -past; day < ahead; day++) {
      Instant at = NOW.plus(Duration.ofHours(6L * day + 3));
      days[day + past] = planned("day" + day, at, at.plusSeconds(60));
    }
    return Given.coalition().and(days);
  }

  @Test
  void ofMoreThanACalendarHoldsWhatIsToComeAndTheNewestPastAreThereAndItSaysSo() {
    String text = written(manyDays(1_500, 800), AMINA);
    Map<String, Component> events = events(text);

    assertThat(events).hasSize(CalendarSubscription.MAX_EVENTS + 1);
    assertThat(events)
        .containsKeys("day799@lists.example", "day0@lists.example", "day-1200@lists.example")
        .doesNotContainKey("day-1201@lists.example");
    Component cut = events.get("left-out-before@lists.example");
    assertThat(value(cut, Property.SUMMARY)).isEqualTo("Older actions are not in this calendar");
    assertThat(value(cut, Property.DTSTART))
        .as("where anyone who looks back comes to the end")
        .isEqualTo("20250814");
    assertThat(value(cut, Property.DESCRIPTION)).contains("2000", "/actions");
    assertThat(text).contains("X-WR-CALDESC:");
  }

  @Test
  void ofMoreToComeThanACalendarHoldsTheNextAreThere() {
    Map<String, Component> events = events(written(manyDays(10, 2_100), AMINA));

    assertThat(events)
        .containsKeys("day0@lists.example", "day1999@lists.example")
        .doesNotContainKeys("day-1@lists.example", "day2000@lists.example")
        .containsKey("left-out-after@lists.example");
  }

  @Test
  void aCalendarThatHoldsAllSaysNothing() {
    assertThat(written(manyDays(3, 3), AMINA)).doesNotContain("left-out", "X-WR-CALDESC");
  }

  @Test
  void whatPeopleWroteCannotBeginAnotherLine() {
    String hostile = "Call\r\nATTENDEE:mailto:spy@x.example\u0007; a, b\\n " + "é😀".repeat(60);
    Given given = Given.coalition().and(planned("call", hostile, Audience.everyone(), LAGOS));
    String text = written(given, AMINA);

    assertThat(text).doesNotContain("\nATTENDEE");
    for (String line : text.split("\r\n", -1)) {
      assertThat(line.getBytes(UTF_8).length)
          .as(line)
          .isLessThanOrEqualTo(CalendarWriter.FOLD_OCTETS);
    }
    assertThat(value(events(text).get("call@lists.example"), Property.SUMMARY))
        .isEqualTo(hostile.replace("\r\n", "\n").replace('\u0007', ' '));
  }

  @Test
  void whereMailSaysNothingCalendarsDoNeither() {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.MailContentSet(
                    new MailContent(MailContent.Mode.ALL, new TreeSet<>(), MailContent.Waits.NONE),
                    AMINA),
                planned("call", "Joint call", Audience.everyone(), LAGOS));
    String text = written(given, AMINA);

    assertThat(text)
        .doesNotContain("Joint", "Abuja", "Code of Practice")
        .contains("SUMMARY:Something in cop");
    assertThat(text).contains("X-WR-CALNAME:cop");
    assertThat(events(text)).hasSize(1);
  }

  @Test
  void anInvitationNamesOnlyWhomItIsFor() {
    Given given = Given.coalition().and(planned("call", "Call", Audience.everyone(), BERLIN));
    var state = given.state();
    var action = state.actions().find("call").orElseThrow();
    var seat = state.members().seats().get(CHIKA);
    CalendarInvitation invitation =
        CalendarInvitation.of(
            state,
            action,
            seat,
            MailAddress.of("chika@chirp.example"),
            MailAddress.of("cop+r.ticket@lists.example"),
            SITE);

    assertThat(invitation.method()).isEqualTo("REQUEST");
    String unfolded = invitation.text().replace("\r\n ", "");
    assertThat(unfolded)
        .contains("METHOD:REQUEST", "PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Chika\"")
        .contains("mailto:chika@chirp.example", ":mailto:cop+r.ticket@lists.example")
        .doesNotContain("bola");
    assertThat(events(invitation.text())).hasSize(1);
  }
}
