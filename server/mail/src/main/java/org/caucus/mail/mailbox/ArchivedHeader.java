package org.caucus.mail.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.mail.message.text.MboxFromLine;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an archived letter says, as far as it can be believed.
 *
 * @param id its Message-ID without angle brackets; null if it has none
 * @param leads identifiers of what led to it, the nearest last
 * @param subject decoded, one line
 * @param author name and address as they stand there; empty if nobody is named
 * @param at when it was said; null if nothing in it says so
 */
public record ArchivedHeader(
    @Nullable String id, List<String> leads, String subject, String author, @Nullable Instant at) {
  /** Before this there were no lists; a clock that was never set says 1970. */
  private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");

  /** A letter of so far ahead is one of a clock that is slow or fast by its zone. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final int MAX_AUTHOR_CHARS = 250;

  /**
   * Identifiers of what led to a letter, at most: the first, which began its thread, and the
   * nearest. Programs cut long rows of them so as well (RFC 5537 section 3.4.4 asks no more).
   */
  static final int MAX_LEADS = 30;

  /** {@code ada at rights.example (Ada Obi)}, as web archives write it. */
  private static final String HIDDEN = " at ";

  /** Reads a header; {@code now} bounds what is believed. */
  public static ArchivedHeader of(RawLetter letter, @Nullable String line, Instant now) {
    List<String> references = HeaderFields.ids(letter.values("References"));
    Optional<ThreadMark> mark = ThreadMark.of(letter);
    return new ArchivedHeader(
        letter.value("Message-ID").flatMap(HeaderFields::firstId).orElse(null),
        mark.map(ThreadMark::leads)
            .orElseGet(() -> references.isEmpty() ? answered(letter) : few(references)),
        mark.map(ThreadMark::subject)
            .filter(subject -> !subject.isBlank())
            .or(() -> letter.value("Subject").map(HeaderFields::subject))
            .orElse(""),
        author(letter),
        at(letter, line, now));
  }

  private static List<String> few(List<String> all) {
    if (all.size() <= MAX_LEADS) {
      return all;
    }
    List<String> few = new ArrayList<>(all.subList(all.size() - MAX_LEADS + 1, all.size()));
    few.addFirst(all.getFirst());
    return List.copyOf(few);
  }

  /** Of several the first: some programs name all that a reader had marked. */
  private static List<String> answered(RawLetter letter) {
    return letter.value("In-Reply-To").stream()
        .flatMap(value -> HeaderFields.answered(value).stream())
        .limit(1)
        .toList();
  }

  /**
   * The earlier of what its author's clock says and what the host says that took it last: nothing
   * is read by more people because a clock was wrong.
   */
  private static @Nullable Instant at(RawLetter letter, @Nullable String line, Instant now) {
    Stream<String> written = letter.value("Date").stream();
    Stream<String> taken =
        letter.values("Received").stream().limit(1).map(r -> r.substring(r.lastIndexOf(';') + 1));
    Optional<Instant> told =
        Stream.concat(written, taken)
            .flatMap(v -> HeaderFields.date(v.strip()).stream())
            .filter(at -> isBelieved(at, now))
            .min(Instant::compareTo);
    return told.or(
            () -> MboxFromLine.at(line == null ? "" : line).filter(at -> isBelieved(at, now)))
        .map(at -> at.isAfter(now) ? now : at)
        .orElse(null);
  }

  private static boolean isBelieved(Instant at, Instant now) {
    return at.isAfter(EARLIEST) && at.isBefore(now.plus(AHEAD));
  }

  private static String author(RawLetter letter) {
    Optional<String> from = letter.value("From");
    String named =
        from.map(NamedAddress::parseList).orElse(List.of()).stream()
            .findFirst()
            .map(
                a ->
                    a.name().isBlank()
                        ? a.address().toString()
                        : a.name() + " <" + a.address() + ">")
            .or(
                () ->
                    from.map(f -> HeaderText.clean(HeaderText.decode(f)).strip())
                        .map(ArchivedHeader::shown))
            .orElse("");
    return named.length() <= MAX_AUTHOR_CHARS ? named : named.substring(0, MAX_AUTHOR_CHARS);
  }

  private static String shown(String from) {
    int named = from.endsWith(")") ? from.indexOf(" (") : -1;
    String hidden = named < 0 ? from : from.substring(0, named);
    int at = hidden.indexOf(HIDDEN);
    if (at < 1 || hidden.replace(HIDDEN, "").indexOf(' ') >= 0) {
      return from;
    }
    String address = hidden.substring(0, at) + "@" + hidden.substring(at + HIDDEN.length());
    return named < 0
        ? address
        : from.substring(named + 2, from.length() - 1).strip() + " <" + address + ">";
  }
}
