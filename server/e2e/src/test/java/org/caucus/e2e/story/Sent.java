package org.caucus.e2e.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;

/**
 * A letter that the demo sent, as it lies in its folder. Tests that wait for one look again and
 * again, so each is read once, and parsed once if anybody asks what it says.
 */
final class Sent {
  private static final Map<Path, Sent> READ = new ConcurrentHashMap<>();

  private final byte[] octets;
  private @Nullable String text;
  private @Nullable RawLetter letter;
  private @Nullable ParsedLetter parsed;

  private Sent(byte[] octets) {
    this.octets = octets;
  }

  /** All in this folder, the oldest first. */
  static List<Sent> in(Path folder) throws IOException {
    READ.keySet().removeIf(file -> !file.startsWith(folder));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml")) // others are still being written
          .sorted()
          .map(file -> READ.computeIfAbsent(file, Sent::read))
          .toList();
    }
  }

  private static Sent read(Path file) {
    try {
      return new Sent(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it was sent, as text. */
  synchronized String text() {
    if (text == null) {
      text = new String(octets, StandardCharsets.UTF_8);
    }
    return text;
  }

  /** As it was sent. */
  synchronized RawLetter letter() {
    if (letter == null) {
      letter = RawLetter.of(octets);
    }
    return letter;
  }

  /** What it says. */
  synchronized ParsedLetter parsed() {
    if (parsed == null) {
      parsed = ParsedLetter.of(letter());
    }
    return parsed;
  }

  /** Whether it was delivered to an address that begins so. */
  boolean isTo(String address) {
    return text().contains("Delivered-To: " + address);
  }
}
