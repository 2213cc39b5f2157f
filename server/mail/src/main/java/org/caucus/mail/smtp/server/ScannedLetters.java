package org.caucus.mail.smtp.server;

import java.util.List;
import org.caucus.platform.antivirus.Scanner;

/**
 * Has each letter looked at before it is kept. The scanner reads MIME itself, so it is given the
 * letter as it came. Anyone who sends one with malware is told at once, on the line, which is no
 * mail to a forged sender; and while the scanner is away their host is asked to come again.
 */
public final class ScannedLetters implements LetterSink {
  private final Scanner scanner;
  private final LetterSink next;

  /** Before this box. */
  public ScannedLetters(Scanner scanner, LetterSink next) {
    this.scanner = scanner;
    this.next = next;
  }

  @Override
  public void store(Envelope envelope, byte[] letter) throws TryLater, Refused {
    switch (scanner.scan(List.of(letter)).await()) {
      case Scanner.Verdict.Clean c -> next.store(envelope, letter);
      case Scanner.Verdict.Infected i ->
          throw new Refused(554, "5.7.1", "The letter carries malware: " + i.name());
      case Scanner.Verdict.TooLong t ->
          throw new Refused(
              552, "5.3.4", "The letter is longer than the scanner for malware takes");
      case Scanner.Verdict.Away a -> throw new TryLater("the scanner for malware is away");
    }
  }
}
