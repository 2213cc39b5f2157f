package org.caucus.operator.migration.lists;

import java.util.Optional;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;

/** What of a box is not brought in, whatever it says. */
final class SkippedLetters {
  private SkippedLetters() {}

  /**
   * Why it is left out; empty if it is not.
   *
   * @param number its place in the box, from 1
   * @param trashed whether what somebody had thrown away is wished for
   */
  static Optional<ImportOutcome> of(int number, ArchivedLetter mail, boolean trashed) {
    String place = mail.place().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return switch (mail.kept()) {
      case AS_DRAFT -> Optional.of(fate(number, mail, ImportOutcome.What.DRAFT, place));
      case UNREAD -> Optional.of(fate(number, mail, ImportOutcome.What.UNREAD, place));
      case AS_TRASH ->
          trashed
              ? large(number, mail, place)
              : Optional.of(fate(number, mail, ImportOutcome.What.TRASHED, place));
      case AS_LETTER -> large(number, mail, place);
    };
  }

  private static Optional<ImportOutcome> large(int number, ArchivedLetter mail, String place) {
    String why = place.isEmpty() ? "larger than 64 MB" : place + ": larger than 64 MB";
    return mail.octets() == null
        ? Optional.of(fate(number, mail, ImportOutcome.What.REFUSED, why))
        : Optional.empty();
  }

  private static ImportOutcome fate(
      int number, ArchivedLetter mail, ImportOutcome.What what, String why) {
    byte[] octets = mail.octets();
    Optional<String> id =
        octets == null
            ? Optional.empty()
            : RawLetter.of(octets).value("Message-ID").flatMap(HeaderFields::firstId);
    return new ImportOutcome(number, id.orElse(null), what, null, why);
  }
}
