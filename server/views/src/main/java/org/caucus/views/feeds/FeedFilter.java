package org.caucus.views.feeds;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Message;

/**
 * To which of its things a feed is narrowed: {@code ?kind=action,position&stage=decided}. Several
 * values of one name mean any of them, several names mean all.
 *
 * @param values by name
 * @param words what is asked in words of the reader's own, by name
 */
public record FeedFilter(Map<String, Set<String>> values, Map<String, String> words) {
  /** Values of one name, at most. */
  static final int MOST = 20;

  /** Characters of what stands for it in an identifier. */
  private static final int MARK_CHARS = 16;

  /** To all there is. */
  public static final FeedFilter NONE = new FeedFilter(Map.of(), Map.of());

  /** A name or a value that there is not; says which, and what there is. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message message;

    Unknown(Message message) {
      super(null, null, false, false);
      this.message = message;
    }

    Message message() {
      return message;
    }
  }

  /**
   * As a query asks for it.
   *
   * @param known the names there are, and the values of each; none of a name whose values are not
   *     told: whatever is asked of it is asked of nothing
   * @param free the names there are besides, of which the value is the reader's own words
   */
  static FeedFilter of(MultiMap query, Map<String, Set<String>> known, Set<String> free)
      throws Unknown {
    Map<String, Set<String>> values = new TreeMap<>();
    Map<String, String> words = new TreeMap<>();
    for (Map.Entry<String, String> one : query) {
      String name = one.getKey();
      if (free.contains(name)) {
        words.merge(name, one.getValue(), (some, more) -> some + " " + more);
        continue;
      }
      Set<String> possible = known.get(name);
      if (possible == null) {
        throw new Unknown(unknown(name, names(known, free)));
      }
      Set<String> asked = values.computeIfAbsent(name, n -> new LinkedHashSet<>());
      Arrays.stream(one.getValue().split(",", -1))
          .map(v -> v.strip().toLowerCase(Locale.ROOT))
          .forEach(asked::add);
      if (asked.size() > MOST) {
        throw new Unknown(Message.of("at-most-values-of-are-asked", "limit", MOST, "filter", name));
      }
      for (String value : asked) {
        if (!possible.isEmpty() && !possible.contains(value)) {
          String all = list(possible);
          throw new Unknown(
              Message.of(
                  "there-is-no-there-are", "filter", name, "value", shown(value), "known", all));
        }
      }
    }
    return new FeedFilter(values, words);
  }

  /**
   * Stands for what is asked, in whichever order it was; empty if all there is. Nobody learns from
   * it what was asked.
   */
  String mark() {
    if (isNone()) {
      return "";
    }
    Map<String, Set<String>> sorted = new TreeMap<>();
    values.forEach((name, some) -> sorted.put(name, new TreeSet<>(some)));
    Map<String, String> said = new TreeMap<>();
    words.forEach((name, some) -> said.put(name, some.strip()));
    return Secrets.hash(sorted + " " + said).substring(0, MARK_CHARS);
  }

  /** Whether nothing is asked but all there is. */
  public boolean isNone() {
    return values.isEmpty() && words.values().stream().allMatch(String::isBlank);
  }

  private static Set<String> names(Map<String, Set<String>> known, Set<String> free) {
    Set<String> names = new TreeSet<>(known.keySet());
    names.addAll(free);
    return names;
  }

  /** What is asked in words under this name; empty if nothing is. */
  public Optional<String> said(String name) {
    return Optional.ofNullable(words.get(name)).filter(said -> !said.isBlank());
  }

  private static Message unknown(String name, Set<String> known) {
    return known.isEmpty()
        ? Message.of("there-is-no-filter-here-this", "filter", shown(name))
        : Message.of("there-is-no-filter-here-there", "filter", shown(name), "known", list(known));
  }

  private static String list(Set<String> words) {
    return new TreeSet<>(words).stream().limit(100).collect(Collectors.joining(", "));
  }

  /** What somebody wrote is repeated as letters and digits only, and not at any length. */
  private static String shown(String text) {
    return text.codePoints()
        .limit(40)
        .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether a thing that has this value is among them. */
  public boolean fits(String name, String value) {
    Set<String> asked = values.get(name);
    return asked == null || asked.contains(value);
  }

  /** The same, of a constant, by its word in feeds. */
  public boolean fits(String name, Enum<?> constant) {
    return fits(name, word(constant));
  }

  /** A constant as a feed writes it, such as {@code off-record}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words of constants. */
  public static Set<String> words(Enum<?>... constants) {
    return Arrays.stream(constants).map(FeedFilter::word).collect(Collectors.toSet());
  }
}
