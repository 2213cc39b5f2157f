package org.caucus.coalition.mailcommands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/**
 * A line as it is read, whatever language it was written in: its verb, and the words behind it that
 * are no names. A name of a list or a word that is looked for stays as it is written.
 */
final class ParsedCommandLine {
  private static final Map<String, String> VERBS = words("orders");
  private static final Map<String, String> VALUES = words("values");

  /** Verbs behind which a value stands. */
  private static final Set<String> VALUED = Set.of("set", "hear");

  /** Words of the longest verb or value. */
  private static final int MOST_WORDS = 3;

  private ParsedCommandLine() {}

  private static Map<String, String> words(String file) {
    Map<String, String> all = new HashMap<>();
    PhraseFile.of(file)
        .forEach((key, some) -> some.forEach(word -> all.putIfAbsent(VisibleLine.bare(word), key)));
    return Map.copyOf(all);
  }

  /** Whether nothing below such a line is read. */
  static boolean isEnd(String line) {
    return "end".equals(VERBS.get(VisibleLine.bare(line)));
  }

  /** The words of a line; as they are written where they begin with no verb. */
  static String[] of(String line) {
    List<String> words = Arrays.asList(line.split("\\s+"));
    for (int many = Math.min(MOST_WORDS, words.size()); many > 0; many--) {
      String verb = VERBS.get(bare(words.subList(0, many)));
      if (verb != null) {
        List<String> read = new ArrayList<>(Arrays.asList(verb.split(" ")));
        read.addAll(behind(read.getFirst(), words.subList(many, words.size())));
        return named(read).toArray(String[]::new);
      }
    }
    return words.toArray(String[]::new);
  }

  private static String bare(List<String> words) {
    return VisibleLine.bare(String.join(" ", words));
  }

  /** Whether a name stands for the notices, where no list has it. */
  static boolean isNotices(String name) {
    return "notices".equals(VALUES.get(VisibleLine.bare(name)));
  }

  /** With the last words as the value they are; where none is set, they are a name. */
  private static List<String> behind(String verb, List<String> words) {
    if (!VALUED.contains(verb) || words.isEmpty()) {
      return words;
    }
    for (int many = Math.min(MOST_WORDS, words.size()); many > 0; many--) {
      int from = words.size() - many;
      Optional<String> value =
          Optional.ofNullable(VALUES.get(bare(words.subList(from, words.size()))));
      if (value.isPresent()) {
        List<String> read = new ArrayList<>(words.subList(0, from));
        read.add(value.get());
        return read;
      }
    }
    return words;
  }

  /** {@code régler langue fr}: what is set may be said in words, too. */
  private static List<String> named(List<String> read) {
    if (read.size() < 3 || !read.getFirst().equals("set")) {
      return read;
    }
    for (int many = Math.min(MOST_WORDS, read.size() - 2); many > 0; many--) {
      String what = bare(read.subList(1, 1 + many));
      String verb = VERBS.getOrDefault(what, "");
      if (verb.startsWith("set ")) {
        List<String> whole = new ArrayList<>(List.of("set", verb.substring(4)));
        whole.addAll(read.subList(1 + many, read.size()));
        return whole;
      }
    }
    return read;
  }
}
