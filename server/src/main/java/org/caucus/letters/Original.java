package org.caucus.letters;

import java.util.List;
import org.caucus.command.SeatId;
import org.caucus.email.Header;
import org.caucus.email.RawLetter;
import org.caucus.email.text.HeaderFields;
import org.caucus.entries.Entry;
import org.caucus.entries.Known;
import org.caucus.entries.Via;

/**
 * The letter an entry came by, as one reader may have it: the octets as they came, less what the
 * relay takes out for that reader as well. Those are its blind copies (RFC 5322 section 3.6.3) and
 * the identifiers of what the reader may not read (R8).
 */
public final class Original {
  private static final List<String> THREADING = List.of("References", "In-Reply-To");

  private Original() {}

  /**
   * The octets this reader may have. Those of an archive are given as they are: what they name was
   * read by whoever read them there, and says nothing of what is here.
   */
  public static byte[] of(Entry entry, byte[] raw, Letters.Held state, SeatId reader) {
    return entry.via() == Via.ARCHIVE ? raw : of(raw, state, reader);
  }

  static byte[] of(byte[] raw, Letters.Held state, SeatId reader) {
    RawLetter letter = RawLetter.of(raw).without("Bcc", "Resent-Bcc");
    for (String field : THREADING) {
      letter = onlyKnown(letter, field, state, reader);
    }
    return letter.toBytes();
  }

  private static RawLetter onlyKnown(
      RawLetter letter, String field, Letters.Held state, SeatId reader) {
    List<String> ids = HeaderFields.ids(letter.values(field));
    List<String> known = ids.stream().filter(new Known(state, reader)::knows).toList();
    if (known.equals(ids)) {
      return letter;
    }
    return known.isEmpty() ? letter.without(field) : letter.with(Header.ids(field, known));
  }
}
