package org.caucus.messaging.inbound.pipeline;

import java.util.List;
import org.caucus.mail.itip.ItipReply;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/** The calendars of a letter that are looked at: the first few, each read once. */
public final class CalendarParts {
  /** What calendars come as; the second where a gateway took the first out. */
  private static final List<String> TYPES = List.of("text/calendar", "application/ics");

  /** Parts of a letter that are looked at. */
  public static final int MAX_PARTS = 4;

  private CalendarParts() {}

  /** Their texts, those of the first type first. */
  public static List<Attachment.Text> in(RawLetter raw, ParsedLetter letter) {
    List<Attachment> all = letter.attachments();
    return TYPES.stream()
        .flatMap(type -> all.stream().filter(part -> part.type().equals(type)))
        .limit(MAX_PARTS)
        .map(part -> part.unfoldedIn(raw, ItipReply.MAX_OCTETS))
        .toList();
  }
}
