package org.caucus.relay;

import java.util.List;
import java.util.Optional;
import org.caucus.command.SeatId;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.caucus.email.mime.AsciiHeader;
import org.caucus.email.mime.WireForm;
import org.caucus.email.text.HeaderFields;
import org.caucus.entries.Entry;
import org.caucus.relay.rendering.Footer;
import org.caucus.relay.rendering.SubjectTag;
import org.caucus.workspace.Workspace;

/** A letter as it came, with a list's fields. The body is the same bytes, or begins with them. */
public final class LetterPost {
  private LetterPost() {}

  /**
   * What of a letter is changed for a list.
   *
   * @param author what must stand in From; empty if it may stay
   * @param tag of the list; empty for none
   * @param replyTo where answers go, but for who is told otherwise; empty leaves that to the letter
   * @param footers what stands below, where it may: the first that the letter's own encoding can
   *     say
   */
  record Look(
      Optional<NamedAddress> author,
      String tag,
      Optional<MailAddress> replyTo,
      List<String> footers) {
    Look {
      footers = List.copyOf(footers);
    }
  }

  /**
   * A letter that one member sent another, for that one.
   *
   * @param author what must stand in From; empty if it may stay
   */
  public static RawLetter direct(
      byte[] raw, Workspace state, SeatId reader, Site site, Optional<NamedAddress> author) {
    Threading threading = new Threading(state, reader, site.domain());
    RawLetter letter = AsciiHeader.of(ListHeaders.cleared(RawLetter.of(raw), site.domain()));
    letter = onlyKnown(letter, "References", threading);
    letter = onlyKnown(letter, "In-Reply-To", threading);
    letter = by(letter, author).prepend(ListHeaders.loop(site));
    return WireForm.shortLines(letter).orElse(letter);
  }

  /** A letter from whom it may be. */
  private static RawLetter by(RawLetter letter, Optional<NamedAddress> author) {
    return author.map(a -> letter.with(Header.addresses("From", List.of(a)))).orElse(letter);
  }

  /**
   * What a letter is for all readers alike.
   *
   * @param ofList the fields of the list
   * @param look what of it is changed for the list
   */
  static RawLetter inCommon(
      RawLetter raw, Entry entry, String domain, List<Header> ofList, Look look) {
    RawLetter letter = AsciiHeader.of(ListHeaders.cleared(raw, domain));
    if (letter.value("Message-ID").isEmpty()) {
      letter = letter.with(Header.ids("Message-ID", List.of(Threading.idOf(entry, domain))));
    }
    if (letter.value("Date").isEmpty()) { // RFC 5322 section 3.6: there must be one
      letter = letter.with(Header.date("Date", entry.at()));
    }
    letter = SubjectTag.on(by(letter, look.author()), look.tag());
    letter = below(letter, look);
    if (look.replyTo().isPresent()) {
      letter = answeredAt(letter, look.replyTo().get());
    }
    letter = letter.prepend(ofList.toArray(Header[]::new));
    // before it is signed; what may not be touched is refused when it is to leave
    return WireForm.shortLines(letter).orElse(letter);
  }

  private static RawLetter below(RawLetter letter, Look look) {
    return look.footers().stream()
        .map(footer -> Footer.on(letter, footer, look.author().isPresent()))
        .filter(with -> with != letter)
        .findFirst()
        .orElse(letter);
  }

  /**
   * The letter for one recipient.
   *
   * @param own the fields for this one alone
   * @param replyTo where their answers go, if not where all others' do
   */
  static RawLetter personal(
      RawLetter common, Threading threading, List<Header> own, Optional<MailAddress> replyTo) {
    RawLetter letter = onlyKnown(common, "References", threading);
    letter = onlyKnown(letter, "In-Reply-To", threading);
    if (replyTo.isPresent()) {
      letter = answeredAt(letter, replyTo.get());
    }
    return letter.prepend(own.toArray(Header[]::new));
  }

  private static RawLetter answeredAt(RawLetter letter, MailAddress address) {
    return letter
        .without("Reply-To")
        .prepend(Header.addresses("Reply-To", List.of(NamedAddress.of(address))));
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
