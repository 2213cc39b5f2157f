package org.caucus.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.MboxWriter;

/** Archives of lists that never were, the same in each run. */
public final class OldLetters {
  private static final int VOCABULARY = 20_000;

  private final Random random;

  /** Letters drawn from these numbers. */
  public OldLetters(Random random) {
    this.random = random;
  }

  /** Words are as frequent as in a language: the n-th about one n-th as often as the first. */
  public String word() {
    return "w" + (int) Math.pow(VOCABULARY, random.nextDouble());
  }

  /**
   * An mboxrd with so many letters, of which seven in eight answer one of the forty before them.
   *
   * @param archive no two archives have a letter in common
   */
  public void write(Path box, int archive, int letters) throws IOException {
    Files.deleteIfExists(box);
    try (MboxWriter writer = MboxWriter.create(box, LetterArchive.Kind.MBOXRD)) {
      for (int i = 0; i < letters; i++) {
        writer.write(new ArchivedLetter(letter(archive, i).getBytes(UTF_8), null), Instant.EPOCH);
      }
    }
  }

  private String letter(int archive, int number) {
    int up = Math.max(0, number - 1 - random.nextInt(40));
    boolean begins = number == 0 || random.nextInt(8) == 0;
    StringBuilder letter = new StringBuilder();
    letter.append("From: Writer ").append(number % 300).append(" <w").append(number % 300);
    letter.append("@list.example>\nMessage-ID: <").append(archive).append('.').append(number);
    letter.append("@list.example>\nDate: Tue, 14 Jun 2022 08:00:00 +0000\nSubject: ");
    letter.append(word()).append('\n');
    if (!begins) {
      letter.append("References: <" + archive + "." + up + "@list.example>\n");
    }
    letter.append('\n');
    for (int n = 200 + random.nextInt(400); n > 0; n--) {
      letter.append(word()).append(n % 12 == 0 ? '\n' : ' ');
    }
    return letter + "\n";
  }
}
