package org.caucus.mail.message.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** Lenient readers of single header values. */
public final class HeaderFields {
  /** Identifiers kept from one References field; of more, the first and the latest are kept. */
  public static final int MAX_REFERENCES = 200;

  /** The longest identifier kept, in octets; it must fit on one header line again. */
  public static final int MAX_ID_OCTETS = 900;

  private static final int MAX_DATE_CHARS = 200;
  private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1," + MAX_ID_OCTETS + "})>");

  /** Begins only where a word does, and gives nothing back: one look at each character. */
  private static final Pattern BARE =
      Pattern.compile("(?<![^\\s<>,;\"()])[^\\s<>,;\"()@]++@[^\\s<>,;\"()]++");

  private static final Pattern AUTHOR_FOLLOWS =
      Pattern.compile("(?i)\\bfrom:?\\s+(?:\"[^\"]{0,100}\"|[^<>\"@\\d]{0,100})\\s*$");

  private HeaderFields() {}

  /** A subject as it was meant: decoded, one line. */
  public static String subject(String value) {
    return HeaderText.clean(HeaderText.decode(value));
  }

  /** The first identifier in a value, without angle brackets. */
  public static Optional<String> firstId(String value) {
    return ids(List.of(value)).stream().findFirst();
  }

  /**
   * Identifiers in order, each once. Broken folding inside one is mended; words around them are
   * passed over. Octets above 127, which RFC 6532 allows, become {@code =D0}: who reads posts by a
   * host without SMTPUTF8 answers to that, and both are one.
   */
  public static List<String> ids(List<String> values) {
    Set<String> found = new LinkedHashSet<>();
    for (String value : values) {
      Pattern form = value.indexOf('<') >= 0 ? BRACKETED : BARE;
      Matcher matcher = form.matcher(value);
      while (matcher.find()) {
        String id =
            ascii(matcher.group(form == BRACKETED ? 1 : 0).replaceAll("[\\s\\p{Cntrl}]+", ""));
        if (!id.isEmpty() && id.length() <= MAX_ID_OCTETS) {
          found.add(id);
        }
      }
    }
    return shortened(new ArrayList<>(found));
  }

  /**
   * What an In-Reply-To answers: the identifiers in it. Old programs wrote words around one, such
   * as {@code Message from Ada <ada@rights.example> of Tuesday <1@rights.example>}: whose message
   * it was is an address like any identifier, and all answers to one person would be one thread.
   */
  public static List<String> answered(String value) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = (value.indexOf('<') >= 0 ? BRACKETED : BARE).matcher(value);
    while (matcher.find()) {
      String before = value.substring(Math.max(0, matcher.start() - 130), matcher.start());
      boolean person =
          AUTHOR_FOLLOWS.matcher(before).find() || value.startsWith("'s ", matcher.end());
      if (!person) {
        firstId(matcher.group()).ifPresent(found::add);
      }
    }
    return shortened(new ArrayList<>(found));
  }

  private static String ascii(String id) {
    if (id.chars().allMatch(c -> c < 0x80)) {
      return id;
    }
    StringBuilder ascii = new StringBuilder();
    for (byte octet : id.getBytes(UTF_8)) {
      ascii.append(octet >= 0 ? Character.toString(octet) : "=%02X".formatted(octet));
    }
    return ascii.toString();
  }

  private static List<String> shortened(List<String> ids) {
    if (ids.size() > MAX_REFERENCES) {
      // The root keeps the thread together, the latest ones place the letter in it (RFC 5536
      // section 3.2.10 asks so).
      ids.subList(1, ids.size() - MAX_REFERENCES + 1).clear();
    }
    return List.copyOf(ids);
  }

  /** The moment a Date field names, if it can be made out. */
  public static Optional<Instant> date(String value) {
    String bounded = value.length() > MAX_DATE_CHARS ? value.substring(0, MAX_DATE_CHARS) : value;
    // a carriage return alone is no line end, and the library throws at it
    RawField field = new RawField("Date", bounded.replace('\r', ' ').replace('\n', ' '));
    return Optional.ofNullable(
            DateTimeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT).getDate())
        .map(d -> d.toInstant());
  }
}
