package org.caucus.messaging.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail programs show buttons for an answer where the calendar is one of the forms of the text, and
 * take a change for one of the same event where its organizer is the same. Read by other programs'
 * parsers.
 */
class InvitingLettersTest {
  @TempDir Path directory;
  private PostOffice office;
  private String action;

  @BeforeEach
  void aPressConferenceIsPlanned() {
    office = new PostOffice(directory).founded();
    action =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.PRESS_CONFERENCE,
                "Presse: « délais »",
                "",
                null,
                new Action.When(
                    Given.START.plus(Duration.ofDays(9)), null, ZoneId.of("Africa/Lagos")),
                "Room 4",
                Audience.everyone()));
    office.delivered();
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** A part that has no parts itself, by where it stands. */
  private record Leaf(String within, ContentType type, String disposition, String text) {}

  private static List<Leaf> leaves(RawLetter letter) {
    try {
      var bytes = new ByteArrayInputStream(letter.toBytes());
      List<Leaf> all = new ArrayList<>();
      var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
      collect("", (Multipart) message.getContent(), all);
      return all;
    } catch (MessagingException | IOException e) {
      throw new AssertionError(new String(letter.toBytes(), UTF_8), e);
    }
  }

  private static void collect(String within, Multipart parts, List<Leaf> all)
      throws MessagingException, IOException {
    String here = within + "/" + new ContentType(parts.getContentType()).getSubType();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.getContent() instanceof Multipart inner) {
        collect(here, inner, all);
      } else {
        String text = new String(part.getInputStream().readAllBytes(), UTF_8);
        all.add(
            new Leaf(
                here, new ContentType(part.getContentType()), "" + part.getDisposition(), text));
      }
    }
  }

  private static Calendar calendar(Leaf leaf) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(leaf.text()));
      assertThat(calendar.validate().getEntries()).as(leaf.text()).isEmpty();
      return calendar;
    } catch (IOException | ParserException e) {
      throw new AssertionError(leaf.text(), e);
    }
  }

  private static String value(Calendar calendar, String name) {
    return calendar
        .<CalendarComponent>getComponents(Component.VEVENT)
        .getFirst()
        .<Property>getProperty(name)
        .map(Property::getValue)
        .orElse("");
  }

  private RawLetter last() {
    office.delivered();
    return office.lettersOf("ben").getLast();
  }

  private Calendar asked(RawLetter letter, String method) {
    List<Leaf> leaves = leaves(letter);
    assertThat(leaves)
        .extracting(l -> l.within() + " " + l.type().getBaseType())
        .containsExactly(
            "/mixed/alternative text/plain",
            "/mixed/alternative text/html",
            "/mixed/alternative text/calendar",
            "/mixed application/ics");
    Leaf asks = leaves.get(2);
    assertThat(asks.type().getParameter("method")).isEqualTo(method);
    assertThat(asks.type().getParameter("charset")).isEqualToIgnoringCase("utf-8");
    assertThat(leaves.getLast().disposition()).isEqualTo("attachment");
    assertThat(leaves.getLast().text()).as("for who saves it").isEqualTo(asks.text());
    assertThat(asks.text()).contains("METHOD:" + method + "\r\n");
    return calendar(asks);
  }

  @Test
  void anInvitationIsAFormOfTheTextAndAFileBesides() {
    RawLetter letter = last();
    Calendar calendar = asked(letter, "REQUEST");

    assertThat(value(calendar, Property.UID)).startsWith(action + "@");
    assertThat(value(calendar, Property.SUMMARY)).isEqualTo("Presse: « délais »");
    assertThat(leaves(letter).getFirst().text())
        .as("what a program without calendars shows")
        .contains("Presse: « délais »", "Room 4");
    assertThat(ParsedLetter.of(letter).subject()).isEqualTo("Presse: « délais »");
    assertThat(letter.names()).doesNotHaveDuplicates();
    assertThat(letter.value("List-Id")).isPresent();
    for (String line : new String(letter.toBytes(), UTF_8).split("\r\n", -1)) {
      assertThat(line).matches("[\\t -~]{0,998}");
    }
  }

  @Test
  void aChangeAndACancellationAreOfTheSameEventByTheSameOrganizer() {
    Calendar first = asked(last(), "REQUEST");
    office.submit(
        "ada",
        new ActionCommand.EditAction(action, null, null, null, null, null, null, "Garden", null));
    Calendar moved = asked(last(), "REQUEST");
    office.submit(
        "ada",
        new ActionCommand.EditAction(
            action, null, null, null, Action.State.CALLED_OFF, null, null, null, null));
    Calendar off = asked(last(), "CANCEL");

    assertThat(List.of(first, moved, off))
        .extracting(c -> value(c, Property.SEQUENCE))
        .containsExactly("0", "1", "2");
    assertThat(List.of(first, moved, off))
        .extracting(c -> value(c, Property.UID) + " " + value(c, Property.ORGANIZER))
        .containsOnly(value(first, Property.UID) + " " + value(first, Property.ORGANIZER));
    assertThat(value(first, Property.ORGANIZER)).contains("+r.");
  }
}
