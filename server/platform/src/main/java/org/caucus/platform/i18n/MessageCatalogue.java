package org.caucus.platform.i18n;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one area in all languages. A sentence names its values {@code {0}}, {@code {1}};
 * one with a number has a form for each kind of number, such as {@code readers.one}.
 *
 * <p>In what is written from the right, a value within a line is isolated (Unicode UAX 9), so that
 * a name or a date turns nothing around it; one alone on its line, such as a link, is left as it
 * is.
 */
public final class MessageCatalogue {
  /** A value; one with a star is words of ours, which are rendered as well. */
  private static final Pattern VALUE = Pattern.compile("\\{[0-9]\\*?}");

  /** Begins the key of what stands within sentences only. */
  private static final String PART = "part.";

  private static final String END_OF_SENTENCE = "\\. ";

  /** Sentences of one text that are rendered one by one; more are no words of ours. */
  private static final int MOST_SENTENCES = 8;

  /** Two colons are syntax of ICU. */
  private static final Pattern APART = Pattern.compile(" (?=[:;?!»](?!:))|(?<=«) ");

  private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final String NO_BREAK = Character.toString(0xA0);
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  private static final Pattern COUNTED = Pattern.compile("\\.[0-9]{1,2}$");

  private final Map<Language, Map<String, String>> all;

  /** Compiled at their first use. */
  private final Map<Language, Map<String, IcuMessage>> compiled = new EnumMap<>(Language.class);

  /** English sentences with their keys: those of now, and former ones that stand in old logs. */
  private final List<Known> known = new ArrayList<>();

  /**
   * An English sentence.
   *
   * @param key by which it is said in each language
   */
  private record Known(String key, String english) {}

  private MessageCatalogue(Map<Language, Map<String, String>> all, Map<String, String> former) {
    this.all = all;
    all.keySet().forEach(language -> compiled.put(language, new ConcurrentHashMap<>()));
    in(Language.ENGLISH).forEach((key, english) -> known.add(new Known(key, english)));
    former.forEach(
        (key, english) -> known.add(new Known(COUNTED.matcher(key).replaceFirst(""), english)));
  }

  /**
   * The sentences in {@code words/<area>.<language>.properties}. What was once worded otherwise in
   * English stands in {@code words/<area>.former.properties}, each under the key it has now and a
   * number, such as {@code no-word.1}: logs keep it, and it is told in other languages as ever.
   */
  public static MessageCatalogue of(String area) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read(language, "/words/" + area + "." + language.tag() + ".properties"));
    }
    String former = "/words/" + area + ".former.properties";
    return new MessageCatalogue(
        all,
        MessageCatalogue.class.getResource(former) == null
            ? Map.of()
            : read(Language.ENGLISH, former));
  }

  private static Map<String, String> read(Language language, String file) {
    try (InputStream in =
        Objects.requireNonNull(MessageCatalogue.class.getResourceAsStream(file), file)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> phrases = new HashMap<>();
      read.forEach((key, text) -> phrases.put((String) key, set(language, (String) text)));
      return Collections.unmodifiableMap(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException("a catalogue of this program", e);
    }
  }

  /** French sets some marks apart; no line may break there. */
  private static String set(Language language, String text) {
    return language == Language.FRENCH ? APART.matcher(text).replaceAll(NO_BREAK) : text;
  }

  /** All sentences of a language, by key. */
  Map<String, String> in(Language language) {
    return Objects.requireNonNull(all.get(language));
  }

  /** The sentence, which has no values. */
  public String say(Language language, String key) {
    return filled(text(language, key), language.isRightToLeft());
  }

  /** The sentence with these values, which are named, by the rules of ICU. */
  public String say(Language language, String key, Map<String, ?> arguments) {
    return message(language, key).format(arguments);
  }

  /** Nothing of ICU is loaded before the first sentence with a value is said. */
  IcuMessage message(Language language, String key) {
    Map<String, IcuMessage> ready = Objects.requireNonNull(compiled.get(language));
    IcuMessage message = ready.get(key);
    return message == null
        ? ready.computeIfAbsent(key, k -> new IcuMessage(language, text(language, k)))
        : message;
  }

  private String text(Language language, String key) {
    String text = in(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no sentence is called " + key);
    }
    return text;
  }

  /** The sentence with these values, which are numbered: of catalogues without names. */
  public String say(Language language, String key, Object... values) {
    return filled(text(language, key), language.isRightToLeft(), values);
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
   * language, with what more follows it in the way given. What is not one of these stays whole.
   */
  public String translated(Language language, String english, UnaryOperator<String> rest) {
    return known.stream()
        .filter(k -> english.startsWith(k.english()))
        .max(Comparator.comparingInt(k -> k.english().length()))
        .map(k -> say(language, k.key()) + rest.apply(english.substring(k.english().length())))
        .orElseGet(() -> rest.apply(english));
  }

  /** The longest sentence that this begins with, in English. */
  Optional<String> beginning(String english) {
    return known.stream()
        .map(Known::english)
        .filter(english::startsWith)
        .max(Comparator.comparingInt(String::length));
  }

  /** This, if it is a whole sentence of these that has no values. */
  Optional<String> withoutValues(String english) {
    return known.stream()
        .map(Known::english)
        .filter(english::equals)
        .filter(same -> !VALUE.matcher(same).find())
        .findFirst();
  }

  /** The same, where what follows stays as it is. */
  public String translated(Language language, String english) {
    return translated(language, english, UnaryOperator.identity());
  }

  /**
   * What is known in English only, with values in it, in another language: one sentence of these,
   * or several after each other. One with a number has the form for that number. What is not one of
   * these stays as it is.
   */
  public String rendered(Language language, String english) {
    if (language == Language.ENGLISH) {
      return english;
    }
    boolean many = english.split(END_OF_SENTENCE, MOST_SENTENCES + 1).length > MOST_SENTENCES;
    return whole(language, english)
        .or(() -> many ? Optional.empty() : bySentences(language, english))
        .or(() -> rendered(language, english, key -> !key.startsWith(PART), true))
        .orElse(english);
  }

  /** One sentence after the other; empty if none of them is known. */
  private Optional<String> bySentences(Language language, String english) {
    for (int end = english.lastIndexOf(". "); end > 0; end = english.lastIndexOf(". ", end - 1)) {
      String rest = english.substring(end + 2);
      Optional<String> first = whole(language, english.substring(0, end + 1));
      if (first.isPresent()) {
        return Optional.of(first.get() + " " + rendered(language, rest));
      }
    }
    int next = english.indexOf(". ") + 2;
    return next < 2
        ? Optional.empty()
        : whole(language, english.substring(next))
            .or(() -> bySentences(language, english.substring(next)))
            .map(rest -> english.substring(0, next) + rest);
  }

  /** One sentence, with no end of another in its values. */
  private Optional<String> whole(Language language, String english) {
    return rendered(language, english, key -> !key.startsWith(PART), false);
  }

  /** A sentence that was recognised, and what stands in its places. */
  private record Found(String key, String model, List<String> values) {}

  /** Empty if it is not one of them. */
  private Optional<String> rendered(
      Language language, String english, Predicate<String> among, boolean anyValue) {
    @Nullable Found best = null;
    int most = -1;
    for (Known each : known) {
      String model = each.english();
      int literal = VALUE.matcher(model).replaceAll("").length();
      if (literal > most && literal <= english.length() && among.test(each.key())) {
        Optional<List<String>> values = values(model, english);
        if (values.isPresent()
            && (anyValue || values.get().stream().noneMatch(v -> v.contains(". ")))) {
          best = new Found(each.key(), model, values.get());
          most = literal;
        }
      }
    }
    return best == null ? Optional.empty() : said(language, best);
  }

  /** Empty where something else than a number stands for one. */
  private Optional<String> said(Language language, Found found) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.values().size(); i++) {
      String value = found.values().get(i);
      boolean ours = found.model().contains("{" + i + "*}");
      values.add(
          ours
              ? rendered(language, value, key -> key.startsWith(PART), true).orElse(value)
              : value);
    }
    Matcher form = FORM.matcher(found.key());
    if (!form.find()) {
      return Optional.of(say(language, found.key(), values.toArray()));
    }
    String many = found.model().contains("{0}") ? values.removeFirst() : "1";
    return NUMBER.matcher(many).matches()
        ? Optional.of(
            count(
                language,
                found.key().substring(0, form.start()),
                Integer.parseInt(many),
                values.toArray()))
        : Optional.empty();
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
      String value = String.valueOf(values[text.charAt(open + 1) - '0']);
      boolean apart = isolated && value.indexOf('\n') < 0 && !IcuMessage.isAlone(text, open, close);
      out.append(text, from, open).append(apart ? ISOLATE + value + END : value);
      from = close;
    }
    return out.append(text, from, text.length()).toString();
  }
}
