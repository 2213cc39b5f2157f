package org.caucus.e2e.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/** What the demo mailed, read as the person it was mailed to would read it. */
record CaughtMail(Path folder) {
  private static final int MOST_LOOKS = 1_200;
  private static final long LOOK_EVERY_MS = 50;

  /** The first group of {@code what} in the newest letter to this address that has it. */
  String find(String address, Pattern what) throws IOException, InterruptedException {
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      for (Path letter : newestFirst()) {
        Matcher found = what.matcher(text(letter, address));
        if (found.find()) {
          return found.group(1);
        }
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    throw new AssertionError("nothing like " + what + " was mailed to " + address);
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> letters = Files.list(folder)) {
      return letters
          .filter(letter -> letter.toString().endsWith(".eml")) // others are still being written
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /** Subject and text; nothing when it went to someone else. */
  private static String text(Path letter, String address) throws IOException {
    byte[] bytes = Files.readAllBytes(letter);
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!head.contains("Delivered-To: " + address)) {
      return "";
    }
    ParsedLetter parsed = ParsedLetter.of(RawLetter.of(bytes));
    return parsed.subject() + "\n" + parsed.text();
  }
}
