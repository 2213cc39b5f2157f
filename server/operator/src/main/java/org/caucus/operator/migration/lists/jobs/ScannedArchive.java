package org.caucus.operator.migration.lists.jobs;

import java.io.IOException;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Message;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.operator.migration.lists.ImportOutcome;
import org.caucus.platform.antivirus.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * A box whose letters are looked at for malware one by one, each when it is first come to. What is
 * found is passed over like what is too large. An archive is not looked at as a whole: it is longer
 * than a scanner takes, and one letter in it would have all refused.
 */
final class ScannedArchive implements LetterArchive {
  private static final int MIB = 1024 * 1024;

  private final Scanner scanner;
  private final LetterArchive box;
  private final Map<Integer, String> refused = new HashMap<>();
  private int looked;

  ScannedArchive(Scanner scanner, LetterArchive box) {
    this.scanner = scanner;
    this.box = box;
  }

  /**
   * Goes through all letters.
   *
   * @throws Loading the scanner is away
   */
  @Override
  public void each(Taker taker) throws IOException {
    int[] letters = {0};
    box.each(
        mail -> {
          int number = ++letters[0];
          if (number > looked) {
            look(number, mail.octets());
            looked = number;
          }
          taker.take(refused.containsKey(number) ? mail.without() : mail);
        });
  }

  private void look(int number, byte @Nullable [] letter) {
    if (letter == null || scanner == Scanner.NONE) {
      return;
    }
    if (letter.length > Scanner.MAX_BYTES) {
      refused.put(
          number,
          "larger than " + Scanner.MAX_BYTES / MIB + " MB, too large for the malware scanner");
      return;
    }
    switch (scanner.scan(List.of(letter)).await()) {
      case Scanner.Verdict.Clean c -> {}
      case Scanner.Verdict.Infected i -> refused.put(number, "malware found: " + i.name());
      case Scanner.Verdict.TooLong t -> refused.put(number, "too large for the malware scanner");
      case Scanner.Verdict.Away a ->
          throw new Loading(Message.of("the-scanner-for-malware-does-not"));
    }
  }

  /** The same ends, with what was found; each is made when it is asked for. */
  List<ImportOutcome> said(List<ImportOutcome> fates) {
    return new AbstractList<>() {
      @Override
      public ImportOutcome get(int index) {
        ImportOutcome f = fates.get(index);
        return f.what() == ImportOutcome.What.REFUSED && refused.containsKey(f.number())
            ? new ImportOutcome(f.number(), null, f.what(), null, refused.get(f.number()))
            : f;
      }

      @Override
      public int size() {
        return fates.size();
      }
    };
  }
}
