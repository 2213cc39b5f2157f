package org.caucus.letters;

import java.util.List;
import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.email.Header;
import org.caucus.email.RawLetter;
import org.caucus.email.text.HeaderFields;
import org.caucus.entries.Entry;

/**
 * The letter an entry came by, as one reader may have it: the octets as they came, less what the
 * relay takes out for that reader as well. Those are its blind copies (RFC 5322 section 3.6.3) and
 * the identifiers of what the reader may not read (R8).
 */
final class Original {
  private static final List<String> THREADING = List.of("References", "In-Reply-To");

  private Original() {}

  /** The octets this reader may have. */
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
    List<String> known = ids.stream().filter(id -> mayKnow(id, state, reader)).toList();
    if (known.equals(ids)) {
      return letter;
    }
    return known.isEmpty() ? letter.without(field) : letter.with(Header.ids(field, known));
  }

  private static boolean mayKnow(String messageId, Letters.Held state, SeatId reader) {
    return entry(messageId, state)
        .flatMap(e -> state.scopeOf(Ref.to(Ref.Kind.ENTRY, e.id())))
        .map(scope -> state.access().canRead(reader, scope))
        .orElse(true);
  }

  /** By the identifier its letter had, or by the one made of its id for what was no letter. */
  private static Optional<Entry> entry(String messageId, Letters.Held state) {
    int at = messageId.lastIndexOf('@');
    return state
        .entries()
        .byMessageId(messageId)
        .or(() -> at < 1 ? Optional.empty() : state.entries().find(messageId.substring(0, at)));
  }
}
