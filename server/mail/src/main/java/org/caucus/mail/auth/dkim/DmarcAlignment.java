package org.caucus.mail.auth.dkim;

import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.RawLetter;

/**
 * Whether the domain in a letter's From line signed it: DMARC's question (RFC 7489 section 3.1),
 * answered by DKIM alone. A signature of anybody else proves nothing about its author, and one that
 * leaves out what decides how the letter is read proves only that its author wrote something.
 */
public final class DmarcAlignment {
  /**
   * Valid signatures of the author's domain for which a letter is read: programs write one or two.
   */
  static final int MAX_READINGS = 3;

  private final DkimCheck dkim;
  private final Dmarc dmarc;
  private final Aside aside;

  /** Where letters are read, while the caller waits. */
  @FunctionalInterface
  public interface Aside {
    /** What was read there. */
    boolean read(Callable<Boolean> reading);
  }

  /** The same, read in the thread that asks. */
  public DmarcAlignment(TxtRecords records, Dmarc dmarc) {
    this(records, dmarc, DmarcAlignment::read);
  }

  /** Proofs by keys that are found there, and by these policies. */
  public DmarcAlignment(TxtRecords records, Dmarc dmarc, Aside aside) {
    this.aside = aside;
    this.dkim = new DkimCheck(records);
    this.dmarc = dmarc;
  }

  /**
   * What of the letter, as it stands, this domain signed, or one of the same organisation if its
   * policy allows that. May block for the name servers; what cannot be found out now is nothing.
   */
  public SignatureExtent extent(RawLetter letter, String from, Instant now) {
    SignatureExtent most = SignatureExtent.NOTHING;
    Iterator<SignatureField> all = valid(letter, from, now).iterator();
    for (int i = 0; i < MAX_READINGS && most != SignatureExtent.LETTER && all.hasNext(); i++) {
      SignatureField signed = all.next();
      boolean covered = aside.read(() -> SignatureCoverage.by(signed, letter, now));
      most = covered ? SignatureExtent.LETTER : SignatureExtent.WORDS;
    }
    return most;
  }

  private static boolean read(Callable<Boolean> reading) {
    try {
      return reading.call();
    } catch (Exception e) {
      throw new IllegalStateException("nothing that reads a letter waits", e);
    }
  }

  /** Whether it signed anything of the letter; the letter is not read for that. */
  public boolean signs(RawLetter letter, String from, Instant now) {
    return valid(letter, from, now).findAny().isPresent();
  }

  private Stream<SignatureField> valid(RawLetter letter, String from, Instant now) {
    String author = from.toLowerCase(Locale.ROOT);
    Predicate<SignatureField> aligned =
        signed ->
            signed.domain().equals(author)
                || (Dmarc.areRelated(signed.domain(), author)
                    && !dmarc.of(author).strictSignatures());
    return dkim.valid(letter, now, aligned);
  }

  /** Whether it signed the letter. */
  public boolean proves(RawLetter letter, String from, Instant now) {
    return extent(letter, from, now) == SignatureExtent.LETTER;
  }

  /**
   * Whether what another host found of this domain's signatures may rest on one that leaves
   * something out. None is checked here.
   */
  public static boolean mayLeaveOut(RawLetter letter, String from, Instant now) {
    String author = from.toLowerCase(Locale.ROOT);
    return letter.raw("DKIM-Signature").size() > DkimCheck.MAX_SIGNATURES
        || SignatureField.in(letter, "DKIM-Signature", DkimCheck.MAX_SIGNATURES).stream()
            .filter(s -> s.domain().equals(author) || Dmarc.areRelated(s.domain(), author))
            .anyMatch(signed -> !SignatureCoverage.by(signed, letter, now));
  }
}
