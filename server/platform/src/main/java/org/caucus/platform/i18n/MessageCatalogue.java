package org.caucus.platform.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one area in all languages. A sentence names its values, and chooses its words by
 * numbers and constants, by the rules of ICU: see {@link IcuMessage}. One without values is said as
 * it stands. An apostrophe before a brace would be syntax: French writes ’.
 */
public final class MessageCatalogue {
  private final Map<Language, Map<String, String>> all;

  /** Compiled at their first use. */
  private final Map<Language, Map<String, IcuMessage>> compiled = new EnumMap<>(Language.class);

  private MessageCatalogue(Map<Language, Map<String, String>> all) {
    this.all = all;
    all.keySet().forEach(language -> compiled.put(language, new ConcurrentHashMap<>()));
  }

  /** The sentences in {@code words/<area>.<language>.properties}. */
  public static MessageCatalogue of(String area) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read("/words/" + area + "." + language.tag() + ".properties"));
    }
    return new MessageCatalogue(all);
  }

  /** The same with other English sentences in place of these, by their keys. */
  MessageCatalogue rewritten(Map<String, String> english) {
    Map<Language, Map<String, String>> copy = new EnumMap<>(all);
    Map<String, String> sentences = new HashMap<>(in(Language.ENGLISH));
    sentences.putAll(english);
    copy.put(Language.ENGLISH, sentences);
    return new MessageCatalogue(copy);
  }

  /** English sentences of old logs, by their keys and the numbers of their wordings. */
  static Map<String, String> former(String area) {
    return read("/words/" + area + ".former.properties");
  }

  private static Map<String, String> read(String file) {
    try (InputStream in =
        Objects.requireNonNull(MessageCatalogue.class.getResourceAsStream(file), file)) {
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

  /** The sentence, which has no values. */
  public String say(Language language, String key) {
    String text = text(language, key);
    return text.indexOf('{') < 0 ? text : say(language, key, Map.of());
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

  /** The sentence as it stands in the catalogue. */
  String text(Language language, String key) {
    String text = in(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no sentence is called " + key);
    }
    return text;
  }
}
