package org.caucus.relay;

import java.util.List;
import java.util.Optional;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.caucus.email.text.HeaderFields;
import org.caucus.entries.Entry;

/** A letter as it came, with a list's fields. The body is the same bytes. */
final class LetterPost {
  private LetterPost() {}

  /**
   * The letter for one recipient.
   *
   * @param replyTo where answers must go to keep the audience; empty leaves that to the letter
   */
  static byte[] of(
      byte[] raw,
      Entry entry,
      Threading threading,
      List<Header> added,
      Optional<MailAddress> replyTo) {
    RawLetter letter = ListHeaders.cleared(RawLetter.of(raw), threading.domain());
    letter = onlyKnown(letter, "References", threading);
    letter = onlyKnown(letter, "In-Reply-To", threading);
    if (letter.value("Message-ID").isEmpty()) {
      letter = letter.with(Header.ids("Message-ID", List.of(threading.idOf(entry))));
    }
    if (letter.value("Date").isEmpty()) { // RFC 5322 section 3.6: there must be one
      letter = letter.with(Header.date("Date", entry.at()));
    }
    if (replyTo.isPresent()) {
      var address = List.of(NamedAddress.of(replyTo.get()));
      letter = letter.without("Reply-To").prepend(Header.addresses("Reply-To", address));
    }
    return letter.prepend(added.toArray(Header[]::new)).toBytes();
  }

  /** R8: identifiers of what this recipient may not read go; otherwise the field stays as it is. */
  private static RawLetter onlyKnown(RawLetter letter, String field, Threading threading) {
    List<String> ids = HeaderFields.ids(letter.values(field));
    List<String> known = ids.stream().filter(threading::mayKnow).toList();
    if (known.equals(ids)) {
      return letter;
    }
    return known.isEmpty() ? letter.without(field) : letter.with(Header.ids(field, known));
  }
}
