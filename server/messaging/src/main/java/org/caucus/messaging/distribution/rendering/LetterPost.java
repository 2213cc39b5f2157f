package org.caucus.messaging.distribution.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.AsciiHeader;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.mail.message.privacy.LetterPictureStripper;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.mail.message.privacy.TraceRedaction;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Threading;
import org.caucus.workspace.Workspace;

/** A letter as it came, with a list's fields. The body is the same bytes, or begins with them. */
public final class LetterPost {
  /** These are shown, or rewritten by themselves. */
  private static final Set<String> NAMING = Set.of("from", "to", "cc", "subject");

  private LetterPost() {}

  /**
   * What of a letter is changed for a list.
   *
   * @param author what must stand in From; empty if it may stay
   * @param subject what is said instead of a subject; the same where it stays
   * @param tag of the list; empty for none
   * @param replyTo where answers go, but for who is told otherwise; empty leaves that to the letter
   * @param footers what stands below, where it may: the first that the letter's own encoding can
   *     say
   * @param privacy what of it is not for its readers
   * @param shown how those are named whom it names in To and Cc
   */
  public record Look(
      Optional<NamedAddress> author,
      UnaryOperator<String> subject,
      String tag,
      Optional<MailAddress> replyTo,
      List<String> footers,
      ListPrivacy.Applied privacy,
      UnaryOperator<NamedAddress> shown) {
    public Look {
      footers = List.copyOf(footers);
    }
  }

  /**
   * A letter that one member sent another, for that one.
   *
   * @param author what must stand in From; empty if it may stay
   * @param hidden what it is called where nothing of it tells who and where its author is; empty if
   *     that is shown
   */
  public static RawLetter direct(
      byte[] raw,
      Workspace state,
      SeatId reader,
      Site site,
      Optional<NamedAddress> author,
      Optional<String> hidden) {
    Threading threading = new Threading(state, reader, site.domain());
    RawLetter letter = AsciiHeader.of(ListHeaders.cleared(RawLetter.of(raw)));
    letter = TicketRedaction.cut(letter, site.domain());
    if (RedactedOriginal.isOfCompany(state, reader)) {
      letter = LetterPictureStripper.leavingOut(letter);
    }
    if (hidden.isPresent()) {
      letter =
          new TraceRedaction(hidden.get(), site.domain())
              .of(letter)
              .without("To", "Cc")
              .with(Header.ids("Message-ID", List.of(hidden.get() + "@" + site.domain())));
      Instant now = Instant.now();
      letter = letter.with(TraceRedaction.date(letter, now));
    }
    letter = onlyKnown(letter, "References", threading);
    letter = onlyKnown(letter, "In-Reply-To", threading);
    letter = by(letter, author).prepend(ListHeaders.loop(site));
    return WireForm.shortLines(letter).orElse(letter);
  }

  /** A letter from whom it may be. */
  private static RawLetter by(RawLetter letter, Optional<NamedAddress> author) {
    return author
        .map(a -> hidden(letter).with(Header.addresses("From", List.of(a))))
        .orElse(letter);
  }

  /** Where another address stands in From, no other field names the author's own. */
  private static RawLetter hidden(RawLetter letter) {
    Set<String> own =
        Stream.of("From", "Sender", "Reply-To")
            .flatMap(field -> letter.values(field).stream())
            .flatMap(value -> NamedAddress.parseList(value).stream())
            .map(n -> n.address().toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return letter
        .without("Sender", "Reply-To", "DKIM-Signature", "Autocrypt")
        .only(
            (name, value) ->
                NAMING.contains(name.toLowerCase(Locale.ROOT))
                    || own.stream().noneMatch(value.toLowerCase(Locale.ROOT)::contains));
  }

  /**
   * What a letter is for all readers alike.
   *
   * @param cut the letter without what is not for its readers: {@link RedactedOriginal}
   * @param ofList the fields of the list
   * @param look what of it is changed for the list
   */
  public static RawLetter inCommon(
      RawLetter cut, Entry entry, String domain, List<Header> ofList, Look look) {
    RawLetter letter = AsciiHeader.of(ListHeaders.cleared(cut));
    if (letter.value("Message-ID").isEmpty()) {
      letter = letter.with(Header.ids("Message-ID", List.of(entry.id() + "@" + domain)));
    }
    if (letter.value("Date").isEmpty()) { // RFC 5322 section 3.6: there must be one
      letter = letter.with(Header.date("Date", entry.at()));
    }
    if (look.privacy().hides()) {
      NamedAddress author = look.author().orElseThrow();
      letter = RedactedOriginal.named(letter, entry, domain, author, look.shown());
    } else {
      letter = by(letter, look.author());
    }
    letter = SubjectTag.on(RenamedSubject.on(letter, look.subject()), look.tag());
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
  public static RawLetter personal(
      RawLetter common, Threading threading, List<Header> own, Optional<MailAddress> replyTo) {
    RawLetter letter = onlyKnown(common, "References", threading);
    letter = onlyKnown(letter, "In-Reply-To", threading);
    if (replyTo.isPresent()) {
      letter = answeredAt(letter, replyTo.get());
    }
    return letter.prepend(own.toArray(Header[]::new));
  }

  /** The same to this address, and to nobody else whom it named. */
  public static RawLetter to(RawLetter letter, NamedAddress reader) {
    return letter.without("To", "Cc").prepend(Header.addresses("To", List.of(reader)));
  }

  private static RawLetter answeredAt(RawLetter letter, MailAddress address) {
    return letter
        .without("Reply-To")
        .prepend(Header.addresses("Reply-To", List.of(NamedAddress.of(address))));
  }

  /**
   * R8: identifiers of what this recipient may not read go, and others stand as they are known to
   * them; otherwise the field stays as it is.
   */
  private static RawLetter onlyKnown(RawLetter letter, String field, Threading threading) {
    List<String> ids = HeaderFields.ids(letter.values(field));
    List<String> known = ids.stream().flatMap(id -> threading.shown(id).stream()).toList();
    if (known.equals(ids)) {
      return letter;
    }
    return known.isEmpty() ? letter.without(field) : letter.with(Header.ids(field, known));
  }
}
