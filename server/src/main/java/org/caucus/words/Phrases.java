package org.caucus.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The sentences of one area in all languages. A sentence names its values {@code {0}}, {@code {1}};
 * one with a number has a form for each kind of number, such as {@code readers.one}.
 *
 * <p>In what is written from the right, a value within a line is isolated (Unicode UAX 9), so that
 * a name or a date turns nothing around it; one alone on its line, such as a link, is left as it
 * is.
 */
public final class Phrases {
  private static final Pattern VALUE = Pattern.compile("\\{[0-9]}");
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  private final Map<Language, Map<String, String>> all;

  private Phrases(Map<Language, Map<String, String>> all) {
    this.all = all;
  }

  /** The sentences in {@code words/<area>.<language>.properties}. */
  public static Phrases of(String area) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read("/words/" + area + "." + language.tag() + ".properties"));
    }
    return new Phrases(all);
  }

  private static Map<String, String> read(String file) {
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> phrases = new HashMap<>();
      read.forEach((key, text) -> phrases.put((String) key, (String) text));
      return Collections.unmodifiableMap(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException("a catalogue of this program", e);
    }
  }

  /** All sentences of a language, by key. */
  Map<String, String> in(Language language) {
    return Objects.requireNonNull(all.get(language));
  }

  /** The sentence with these values. */
  public String say(Language language, String key, Object... values) {
    String text = in(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no sentence is called " + key);
    }
    return filled(text, language.isRightToLeft(), values);
  }

  /** The sentence for a number, which is its first value, with these others. */
  public String count(Language language, String key, int many, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = many;
    System.arraycopy(values, 0, all, 1, values.length);
    return say(language, key + "." + language.form(many), all);
  }

  /**
   * A sentence that is known in English only, such as one that stands in a log: in another
   * language, also where more follows it, which stays as it is. What is none of these stays whole.
   */
  public String translated(Language language, String english) {
    return translated(language, english, more -> more);
  }

  /**
   * The same, where what follows is said otherwise too.
   *
   * @param after makes of what follows in English what follows in the language
   */
  public String translated(Language language, String english, UnaryOperator<String> after) {
    return in(Language.ENGLISH).entrySet().stream()
        .filter(known -> english.startsWith(known.getValue()))
        .max(Comparator.comparingInt(known -> known.getValue().length()))
        .map(
            known ->
                say(language, known.getKey())
                    + after.apply(english.substring(known.getValue().length())))
        .orElse(english);
  }

  /**
   * A whole sentence that is known in English only, with values in it, in another language. What is
   * none of these stays as it is.
   */
  public String rendered(Language language, String english) {
    if (language == Language.ENGLISH) {
      return english;
    }
    Map.Entry<String, List<String>> best = null;
    int most = -1;
    for (Map.Entry<String, String> known : in(Language.ENGLISH).entrySet()) {
      int literal = VALUE.matcher(known.getValue()).replaceAll("").length();
      if (literal > most && literal <= english.length()) {
        Optional<List<String>> values = values(known.getValue(), english);
        if (values.isPresent()) {
          best = Map.entry(known.getKey(), values.get());
          most = literal;
        }
      }
    }
    return best == null ? english : say(language, best.getKey(), best.getValue().toArray());
  }

  /** What stands in the places of a sentence, in their order; empty if it is another sentence. */
  private static Optional<List<String>> values(String sentence, String said) {
    List<String> literals = List.of(VALUE.split(sentence, -1));
    if (!said.startsWith(literals.getFirst())) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    int at = literals.getFirst().length();
    for (int i = 1; i < literals.size(); i++) {
      String literal = literals.get(i);
      boolean last = i == literals.size() - 1;
      int next = last ? said.length() - literal.length() : said.indexOf(literal, at);
      if (next < at || !said.startsWith(literal, next)) {
        return Optional.empty();
      }
      values.add(said.substring(at, next));
      at = next + literal.length();
    }
    return at == said.length() ? Optional.of(values) : Optional.empty();
  }

  /** In one pass: a value is never looked through for places. */
  private static String filled(String text, boolean isolated, Object... values) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open) + 1;
      String value = String.valueOf(values[Integer.parseInt(text, open + 1, close - 1, 10)]);
      boolean apart = isolated && value.indexOf('\n') < 0 && !isAlone(text, open, close);
      out.append(text, from, open).append(apart ? ISOLATE + value + END : value);
      from = close;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Whether nothing else stands on its line. */
  private static boolean isAlone(String text, int open, int close) {
    int end = text.indexOf('\n', close);
    String line = text.substring(text.lastIndexOf('\n', open) + 1, end < 0 ? text.length() : end);
    return line.strip().length() == close - open;
  }
}
