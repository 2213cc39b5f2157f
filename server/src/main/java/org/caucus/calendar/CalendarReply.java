package org.caucus.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.actions.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar answers to an invitation (RFC 5546 section 3.2.3). Reads only the lines it needs,
 * so no zone, rule or attachment in it can do anything.
 *
 * @param uid of the event that is answered
 * @param attendee whose answer it says it is: an address without {@code mailto:}
 * @param comment may be empty
 * @param sequence which edition of the event was answered; {@link #UNSAID} if it does not say
 */
public record CalendarReply(
    String uid, String attendee, Commitment.Answer answer, String comment, int sequence) {
  /** It does not say which edition of the event it answers. */
  public static final int UNSAID = -1;

  /** What is read of one, in octets; what is longer is no answer. */
  public static final int MAX_OCTETS = 256 * 1024;

  private static final int MAX_COMMENT_CHARS = 2_000;

  /** Of a calendar part so much is looked at to see what it is, in octets. */
  private static final int HEAD_OCTETS = 4_096;

  private static final Pattern REPLIES =
      Pattern.compile("^METHOD[^:\\r\\n]{0,100}:[ \\t]{0,10}REPLY", CASE_INSENSITIVE | MULTILINE);

  /** Whether a calendar part is meant as an answer, readable or not. */
  public static boolean isMeant(byte[] part) {
    String head = new String(part, 0, Math.min(part.length, HEAD_OCTETS), UTF_8);
    return REPLIES.matcher(head).find();
  }

  /** The answer in a calendar part; empty if there is none that can be read. */
  public static Optional<CalendarReply> read(byte[] part) {
    if (part.length > MAX_OCTETS) {
      return Optional.empty();
    }
    Reading reading = new Reading();
    unfolded(new String(part, UTF_8)).forEach(reading::line);
    return reading.reply();
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
    private boolean replies;
    private boolean inEvent;
    private int attendees;
    private String uid = "";
    private String attendee = "";
    private String comment = "";
    private int sequence = UNSAID;
    private Commitment.@Nullable Answer answer;

    void line(String line) {
      int colon = valueAt(line);
      if (colon < 0) {
        return;
      }
      String name = line.substring(0, colon).toUpperCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      String property = name.split(";", 2)[0];
      switch (property) {
        case "METHOD" -> replies = value.equalsIgnoreCase("REPLY");
        case "BEGIN" -> inEvent |= value.equalsIgnoreCase("VEVENT");
        case "END" -> inEvent &= !value.equalsIgnoreCase("VEVENT");
        case "UID" -> uid = inEvent ? value : uid;
        case "COMMENT" -> comment = inEvent ? unescaped(value) : comment;
        case "SEQUENCE" -> sequence = inEvent ? number(value) : sequence;
        case "ATTENDEE" -> attendee(name, value);
        default -> {} // nothing that an answer is made of
      }
    }

    private void attendee(String name, String value) {
      if (!inEvent) {
        return;
      }
      attendees++;
      attendee = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : value;
      for (String parameter : name.split(";", -1)) {
        switch (parameter) {
          case "PARTSTAT=ACCEPTED" -> answer = Commitment.Answer.WILL;
          case "PARTSTAT=TENTATIVE" -> answer = Commitment.Answer.MAY;
          case "PARTSTAT=DECLINED" -> answer = Commitment.Answer.WILL_NOT;
          default -> {} // who else it is
        }
      }
    }

    private static int number(String value) {
      try {
        return Math.max(UNSAID, Integer.parseInt(value));
      } catch (NumberFormatException e) {
        return UNSAID;
      }
    }

    /** The colon before the value: not one in a quoted parameter. */
    private static int valueAt(String line) {
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        quoted ^= c == '"';
        if (c == ':' && !quoted) {
          return i;
        }
      }
      return -1;
    }

    private static String unescaped(String value) {
      String text = value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\(.)", "$1");
      return text.length() <= MAX_COMMENT_CHARS ? text : text.substring(0, MAX_COMMENT_CHARS);
    }

    /** An answer is of one attendee (RFC 5546 section 3.2.3). */
    Optional<CalendarReply> reply() {
      return replies && attendees == 1 && answer != null && !uid.isEmpty()
          ? Optional.of(new CalendarReply(uid, attendee, answer, comment, sequence))
          : Optional.empty();
    }
  }
}
