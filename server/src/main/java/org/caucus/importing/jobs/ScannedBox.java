package org.caucus.importing.jobs;

import java.io.IOException;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.command.NotYet;
import org.caucus.email.boxes.Box;
import org.caucus.importing.Fate;
import org.caucus.malware.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * A box whose letters are looked at for malware one by one, each when it is first come to. What is
 * found is passed over like what is too large. An archive is not looked at as a whole: it is longer
 * than a scanner takes, and one letter in it would have all refused.
 */
final class ScannedBox implements Box {
  private static final int MIB = 1024 * 1024;

  private final Scanner scanner;
  private final Box box;
  private final Map<Integer, String> refused = new HashMap<>();
  private int looked;

  ScannedBox(Scanner scanner, Box box) {
    this.scanner = scanner;
    this.box = box;
  }

  /**
   * Goes through all letters.
   *
   * @throws NotYet the scanner is away
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
          number, "larger than " + Scanner.MAX_BYTES / MIB + " MiB, so no scanner looks at it");
      return;
    }
    switch (scanner.scan(List.of(letter)).await()) {
      case Scanner.Verdict.Clean c -> {}
      case Scanner.Verdict.Infected i -> refused.put(number, "it carries malware: " + i.name());
      case Scanner.Verdict.TooLong t ->
          refused.put(number, "it is longer than the scanner for malware takes");
      case Scanner.Verdict.Away a -> throw new NotYet("the scanner for malware is away");
    }
  }

  /** The same ends, with what was found; each is made when it is asked for. */
  List<Fate> said(List<Fate> fates) {
    return new AbstractList<>() {
      @Override
      public Fate get(int index) {
        Fate f = fates.get(index);
        return f.what() == Fate.What.REFUSED && refused.containsKey(f.number())
            ? new Fate(f.number(), null, f.what(), null, refused.get(f.number()))
            : f;
      }

      @Override
      public int size() {
        return fates.size();
      }
    };
  }
}
