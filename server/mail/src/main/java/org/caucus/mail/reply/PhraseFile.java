package org.caucus.mail.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Words that people and programs write, in many languages, from {@code heard/}: one a line, below
 * the name of what they mean.
 */
public final class PhraseFile {
  private static final String NAME = "= ";

  private PhraseFile() {}

  /** The words of a file, by what they mean; in small letters, the longest first. */
  public static Map<String, List<String>> of(String file) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> some = new ArrayList<>();
    for (String line : read("/heard/" + file + ".txt").lines().toList()) {
      if (line.startsWith(NAME)) {
        some = new ArrayList<>();
        all.put(line.substring(NAME.length()), some);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        some.add(VisibleLine.plain(line));
      }
    }
    all.values().forEach(words -> words.sort((a, b) -> Integer.compare(b.length(), a.length())));
    return all;
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(PhraseFile.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a list of words of this program", e);
    }
  }
}
