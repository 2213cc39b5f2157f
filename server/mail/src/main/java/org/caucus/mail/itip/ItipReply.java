package org.caucus.mail.itip;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar answers to an invitation (RFC 5546 section 3.2.3). Reads only the lines it needs,
 * so no zone, rule or attachment in it can do anything.
 *
 * @param uid of the event that is answered
 * @param attendee whose answer it says it is: an address without {@code mailto:}
 * @param comment may be empty
 * @param sequence which edition of the event was answered; {@link #UNSAID} if it does not say
 * @param stamp when it was written, by the clock of the person who answers; null if it does not say
 */
public record ItipReply(
    String uid,
    String attendee,
    Answer answer,
    String comment,
    int sequence,
    @Nullable Instant stamp) {
  /** What somebody answers (RFC 5545 section 3.2.12), in the words of calendars. */
  public enum Answer {
    ACCEPTED,
    TENTATIVE,
    DECLINED
  }

  /** It does not say which edition of the event it answers. */
  public static final int UNSAID = -1;

  /** What is read of one, in octets; what is longer is no answer. */
  public static final int MAX_OCTETS = 256 * 1024;

  /** Events of one calendar that are read; more of them are no answer. */
  public static final int MAX_EVENTS = 50;

  private static final int MAX_COMMENT_CHARS = 2_000;

  /** A moment in UTC, as {@code DTSTAMP} has it (RFC 5545 section 3.8.7.2). */
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  /** Of a calendar so much is looked at to see what it is, in characters. */
  private static final int HEAD_CHARS = 4_096;

  private static final Pattern METHOD =
      Pattern.compile(
          "^METHOD[^:\\r\\n]{0,100}:[ \\t]{0,10}([A-Z-]{1,20})", CASE_INSENSITIVE | MULTILINE);

  /**
   * Whether a calendar is meant as an answer, readable or not.
   *
   * @param declared the method that its content type names; it counts where the calendar itself
   *     names none, though RFC 6047 section 2.4 wants both
   */
  public static boolean isMeant(String text, String declared) {
    return method(text, declared).equals("REPLY");
  }

  /** Whether a calendar proposes another time (RFC 5546 section 3.2.7), which it cannot answer. */
  public static boolean isProposal(String text, String declared) {
    return method(text, declared).equals("COUNTER");
  }

  /** Whether somebody passes on to another what they were asked (RFC 5546 section 3.2.2.3). */
  public static boolean isPassedOn(String text) {
    return unfolded(text).stream()
        .flatMap(line -> ContentLine.of(line).stream())
        .anyMatch(
            line ->
                line.name().equals("ATTENDEE")
                    && line.parameter("PARTSTAT").equalsIgnoreCase("DELEGATED"));
  }

  private static String method(String text, String declared) {
    Matcher method = METHOD.matcher(text.substring(0, Math.min(text.length(), HEAD_CHARS)));
    return (method.find() ? method.group(1) : declared).toUpperCase(Locale.ROOT);
  }

  /**
   * The answers in a calendar that is meant as one, an event each; none if it cannot be read. What
   * is said of an event by nobody, or by several, is left out: an answer is of one attendee (RFC
   * 5546 section 3.2.3).
   */
  public static List<ItipReply> read(String text) {
    Reading reading = new Reading();
    unfolded(text).forEach(line -> ContentLine.of(line).ifPresent(reading::line));
    return reading.all();
  }

  private static List<String> unfolded(String text) {
    List<StringBuilder> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\n|\r", -1)) {
      if (!lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
        lines.getLast().append(line, 1, line.length());
      } else {
        lines.add(new StringBuilder(line));
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  /** The lines of one, as they come. */
  private static final class Reading {
    private final List<ItipReply> replies = new ArrayList<>();
    private @Nullable Event event;
    private int inside;
    private int events;

    void line(ContentLine line) {
      boolean isEvent = line.value().equalsIgnoreCase("VEVENT");
      switch (line.name()) {
        case "BEGIN" -> begin(isEvent);
        case "END" -> end(isEvent);
        default -> {
          // an alarm in it has a name and people of its own
          if (event != null && inside == 0) {
            event.line(line);
          }
        }
      }
    }

    private void begin(boolean isEvent) {
      if (event != null) {
        inside++;
      } else if (isEvent) {
        event = new Event();
        events++;
      }
    }

    private void end(boolean isEvent) {
      if (event == null) {
        return;
      }
      if (inside > 0) {
        inside--;
      } else if (isEvent) {
        event.reply(replies);
        event = null;
      }
    }

    List<ItipReply> all() {
      return events > MAX_EVENTS ? List.of() : List.copyOf(replies);
    }
  }

  /** What is said of one event. */
  private static final class Event {
    private int attendees;
    private String uid = "";
    private String attendee = "";
    private String comment = "";
    private String aside = "";
    private int sequence = UNSAID;
    private @Nullable Instant stamp;
    private @Nullable Answer answer;

    void line(ContentLine line) {
      switch (line.name()) {
        case "UID" -> uid = line.value();
        case "COMMENT" -> comment = line.text();
        case "SEQUENCE" -> sequence = number(line.value());
        case "DTSTAMP" -> stamp = moment(line.value());
        case "ATTENDEE" -> attendee(line);
        default -> {} // nothing that an answer is made of
      }
    }

    private void attendee(ContentLine line) {
      attendees++;
      attendee = line.address();
      // where another calendar's people write their note
      aside = line.parameter("X-RESPONSE-COMMENT");
      answer =
          switch (line.parameter("PARTSTAT").toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> Answer.ACCEPTED;
            case "TENTATIVE" -> Answer.TENTATIVE;
            case "DECLINED" -> Answer.DECLINED;
            default -> null; // who else it is
          };
    }

    private static int number(String value) {
      try {
        return Math.max(UNSAID, Integer.parseInt(value));
      } catch (NumberFormatException e) {
        return UNSAID;
      }
    }

    private static @Nullable Instant moment(String value) {
      try {
        return Instant.from(STAMP.parse(value.toUpperCase(Locale.ROOT)));
      } catch (DateTimeException e) {
        return null;
      }
    }

    void reply(List<ItipReply> to) {
      if (attendees == 1 && answer != null && !uid.isEmpty()) {
        String said = cut(comment.isBlank() ? aside : comment);
        to.add(new ItipReply(uid, attendee, answer, said, sequence, stamp));
      }
    }

    private static String cut(String text) {
      if (text.length() <= MAX_COMMENT_CHARS) {
        return text;
      }
      boolean halved = Character.isHighSurrogate(text.charAt(MAX_COMMENT_CHARS - 1));
      return text.substring(0, halved ? MAX_COMMENT_CHARS - 1 : MAX_COMMENT_CHARS);
    }
  }
}
