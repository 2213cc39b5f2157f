package org.caucus.email.boxes;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Maildir: a file for each letter in {@code cur} and {@code new}. In the order of their names,
 * which begin with the second of their delivery. A link is no letter: it may lead to any file of
 * this machine.
 */
record Maildir(Path path) implements Box {
  private static final Pattern SECOND = Pattern.compile("(\\d{1,18})\\D.*");

  @Override
  public void each(Taker taker) throws IOException {
    for (Path file : files()) {
      boolean small = Files.size(file) <= MAX_LETTER_OCTETS;
      taker.take(new Mail(small ? Files.readAllBytes(file) : null, null));
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("cur", "new")) {
      Path folder = path.resolve(name);
      if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
        try (Stream<Path> all = Files.list(folder)) {
          all.filter(f -> !name(f).startsWith(".") && Files.isRegularFile(f, NOFOLLOW_LINKS))
              .forEach(files::add);
        }
      }
    }
    files.sort(Comparator.comparingLong(Maildir::second).thenComparing(f -> name(f)));
    return files;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static long second(Path file) {
    var name = SECOND.matcher(name(file));
    return name.matches() ? Long.parseLong(name.group(1)) : Long.MAX_VALUE;
  }
}
