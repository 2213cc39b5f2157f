package org.caucus.mail.auth.dkim;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.message.BodySniffer;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.SubjectPrefixes;

/**
 * Whether a signature speaks for all that decides whose words a letter has, how its octets are
 * read, where it hangs, who reads it, and when it was meant. What it leaves out is as true of the
 * same words elsewhere, for everybody who got them. SECURITY.md has the list.
 */
final class SignatureCoverage {
  /** How long a letter is under way at most (RFC 5321 section 4.5.4.1); later it is sent again. */
  static final Duration LONGEST_WAY = Duration.ofDays(5);

  /** How far a clock may be ahead. Beyond, nobody would remember for so long that it came. */
  static final Duration AHEAD = Duration.ofDays(1);

  private static final String NAME = "message-id";

  /** What says that this letter was meant, once and for these readers. */
  private static final List<String> MEANT =
      List.of("from", "to", "cc", "subject", "date", NAME, "reply-to");

  private static final String ANSWERED = "in-reply-to";

  /** What says which words it answers. */
  private static final List<String> HUNG = List.of(ANSWERED, "references");

  /** What says how its octets are read. */
  private static final List<String> FORM =
      List.of("content-type", "content-transfer-encoding", "content-disposition");

  private static final String VERSION = "mime-version";

  private final SignatureField signed;
  private final RawLetter letter;
  private final List<String> names;

  private SignatureCoverage(SignatureField signed, RawLetter letter) {
    this.signed = signed;
    this.letter = letter;
    this.names = signed.names();
  }

  /** Whether it does, if it is valid. */
  static boolean by(SignatureField signed, RawLetter letter, Instant now) {
    SignatureCoverage covered = new SignatureCoverage(signed, letter);
    return signed.tags().get("l").isEmpty()
        && covered.isThere(NAME) // else nobody can tell whether it came already
        && !letter.hasStrayLine()
        && Stream.of(MEANT, HUNG, FORM, List.of(VERSION))
            .flatMap(List::stream)
            .allMatch(field -> letter.raw(field).size() <= 1)
        && Stream.concat(MEANT.stream(), HUNG.stream()).allMatch(covered::isNoneUnsigned)
        && covered.isOfOneVersion()
        && covered.isFresh(now)
        && covered.readsAsSigned();
  }

  private boolean isNoneUnsigned(String field) {
    return Collections.frequency(names, field) >= letter.raw(field).size();
  }

  /** Whether nobody could have changed it, taken it away or added it. */
  private boolean isSure(String field) {
    return names.contains(field);
  }

  private boolean isOfOneVersion() {
    if (isSure(VERSION)) {
      return true;
    }
    Optional<String> said = letter.value(VERSION);
    return said.isPresent()
        ? said.get().strip().equals("1.0")
        : letter.raw("content-type").isEmpty();
  }

  /** Who has an old letter can send it on as if it were said now. */
  private boolean isFresh(Instant now) {
    Optional<Instant> made =
        signed.made().stream()
            .mapToObj(Instant::ofEpochSecond)
            .findFirst()
            .or(() -> ParsedLetter.of(letter.withBody(new byte[0])).date());
    return made.isPresent()
        && made.get().plus(LONGEST_WAY).isAfter(now)
        && made.get().minus(AHEAD).isBefore(now);
  }

  private boolean readsAsSigned() {
    boolean mayHang = !hangsAsSigned();
    Set<String> unsure =
        FORM.stream()
            .filter(field -> !isSure(field))
            .filter(field -> !field.equals("content-disposition") || isThere(field))
            .collect(Collectors.toSet());
    if (!mayHang && unsure.isEmpty()) {
      return true;
    }
    ParsedLetter read = ParsedLetter.of(letter);
    return !(mayHang && isAnswer(read)) && BodySniffer.saysTheSame(letter, read, unsure);
  }

  /** In-Reply-To says what is answered; References say it where that is missing. */
  private boolean hangsAsSigned() {
    return isSure(ANSWERED) && (isThere(ANSWERED) || isSure("references"));
  }

  private boolean isThere(String field) {
    return !letter.raw(field).isEmpty();
  }

  /** Whether it is like an answer, so that what says of what may have been taken away. */
  private boolean isAnswer(ParsedLetter read) {
    return HUNG.stream().anyMatch(this::isThere)
        || isMarked(read.subject())
        || read.text().lines().anyMatch(line -> line.startsWith(">"));
  }

  private static boolean isMarked(String subject) {
    int from = subject.startsWith("[") ? subject.indexOf(']') + 1 : 0;
    return SubjectPrefixes.end(subject, from) > from;
  }
}
