package org.caucus.platform.i18n;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.caucus.kernel.Message;
import org.caucus.kernel.MessageRenderer;
import org.caucus.kernel.StoredMessage;
import org.jspecify.annotations.Nullable;

/**
 * Says messages by their codes. A code is a key of {@code words/refusals.*}, or one of {@code
 * words/reasons.*} and {@code words/orders.*} with the name of that catalogue and a dot before it.
 */
public final class Messages {
  private static final MessageCatalogue REFUSALS = MessageCatalogue.of("refusals");
  private static final Map<String, MessageCatalogue> OTHERS =
      Map.of(
          "reasons", MessageCatalogue.of("reasons"),
          "orders", MessageCatalogue.of("orders"));

  /** The code of a choice: its values are called 0, 1 and so on. */
  private static final String EITHER = "list.either";

  private Messages() {}

  /** The English that {@link Message#english()} says. */
  public static final class English implements MessageRenderer {
    @Override
    public String english(Message message) {
      return say(Language.ENGLISH, message);
    }
  }

  /**
   * The sentence, with what stands in it, in a language.
   *
   * @throws IllegalArgumentException if no sentence has this code, or a value is missing
   */
  public static String say(Language language, Message message) {
    return say(REFUSALS, language, message);
  }

  /**
   * One of several, which each language joins by its own “or”.
   *
   * @param choices each a text or a message
   */
  public static Message either(List<?> choices) {
    Message either = new Message(EITHER, Map.of());
    for (Object choice : choices) {
      either = either.with(String.valueOf(either.arguments().size()), choice);
    }
    return either;
  }

  private static String either(MessageCatalogue refusals, Language language, Message message) {
    Map<String, Object> choices = message.arguments();
    return LocalFormats.either(
        language,
        IntStream.range(0, choices.size())
            .mapToObj(i -> choices.get(String.valueOf(i)))
            .map(one -> one instanceof Message m ? say(refusals, language, m) : one.toString())
            .toList());
  }

  /** The same by another catalogue of refusals. */
  static String say(MessageCatalogue refusals, Language language, Message message) {
    if (message.code().equals(EITHER)) {
      return either(refusals, language, message);
    }
    Found found = found(refusals, message.code());
    MessageCatalogue catalogue = found.catalogue();
    String text = catalogue.text(language, found.key());
    if (text.indexOf('{') < 0) {
      return text;
    }
    Map<String, Object> values = new HashMap<>();
    message
        .arguments()
        .forEach(
            (name, value) ->
                values.put(
                    name,
                    value instanceof Message nested
                        ? say(refusals, language, nested)
                        : said(text.contains("{" + name + ", plural"), value)));
    return catalogue.say(language, found.key(), values);
  }

  /** A number where the form of a noun is chosen by it; elsewhere its digits alone. */
  private static Object said(boolean counts, Object value) {
    return counts ? (Object) Long.valueOf(value.toString()) : value.toString();
  }

  /**
   * A reason that stands in a log: by its code, or as it was written where it has none yet, or one
   * that only a newer version of this program knows.
   */
  public static String kept(Language language, @Nullable StoredMessage reason, String english) {
    return Optional.ofNullable(reason)
        .flatMap(r -> trySay(language, r.message()))
        .orElseGet(() -> LegacyReasons.any(language, english));
  }

  /** The sentence in a language; empty if another version of this program has it alone. */
  static Optional<String> trySay(Language language, Message message) {
    try {
      return Optional.of(say(language, message));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a sentence has this code. */
  static boolean isKnown(String code) {
    Found found = found(REFUSALS, code);
    return found.catalogue().in(Language.ENGLISH).containsKey(found.key());
  }

  /** The names of the values of a sentence. */
  static Set<String> names(String code) {
    Found found = found(REFUSALS, code);
    return found.catalogue().message(Language.ENGLISH, found.key()).names();
  }

  /** All codes. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>(REFUSALS.in(Language.ENGLISH).keySet());
    OTHERS.forEach(
        (area, sentences) ->
            sentences.in(Language.ENGLISH).keySet().forEach(key -> codes.add(area + "." + key)));
    return codes;
  }

  private record Found(MessageCatalogue catalogue, String key) {}

  private static Found found(MessageCatalogue refusals, String code) {
    int dot = code.indexOf('.');
    MessageCatalogue other = dot < 0 ? null : OTHERS.get(code.substring(0, dot));
    return other == null ? new Found(refusals, code) : new Found(other, code.substring(dot + 1));
  }
}
