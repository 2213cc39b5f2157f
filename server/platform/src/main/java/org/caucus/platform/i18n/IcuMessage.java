package org.caucus.platform.i18n;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * One sentence in one language, by the rules of ICU: {@code {name}}, {@code {n, plural, …}}, {@code
 * {state, select, …}}. It is compiled once. A place {@code {typed_approve}} is for {@link
 * TypedWords}, and is no value.
 *
 * <p>In what is written from the right, a value within a line is isolated (Unicode UAX 9), so that
 * a name or a date turns nothing around it. A value alone on its line, such as a link, one of
 * several lines and a number are left as they are.
 */
final class IcuMessage {
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  /** What a place that is isolated is called in the compiled pattern. */
  private static final String APART = "_apart";

  private final MessageFormat format;

  /** ICU makes formats of numbers and rules of plurals at the first use, without a lock. */
  private final Lock lock = new ReentrantLock();

  private final Set<String> names;

  /** What people type, by the places where it stands. */
  private final Map<String, String> typed;

  private final Set<String> counted;
  private final Set<String> isolated;

  IcuMessage(Language language, String text) {
    Set<String> places = names(text);
    names = places.stream().filter(name -> !TypedWords.isPlace(name)).collect(toUnmodifiableSet());
    typed =
        places.stream()
            .filter(TypedWords::isPlace)
            .collect(toUnmodifiableMap(p -> p, p -> TypedWords.quoted(language, p)));
    counted = names.stream().filter(n -> text.contains("{" + n + ", plural")).collect(toSet());
    String pattern = language.isRightToLeft() ? isolating(text) : text;
    format = new MessageFormat(pattern, language.icuLocale());
    isolated = names(pattern);
  }

  /** Those within the forms of others, too. */
  private static Set<String> names(String text) {
    MessagePattern pattern = new MessagePattern(text);
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(toUnmodifiableSet());
  }

  /** The names of its values. */
  Set<String> names() {
    return names;
  }

  /**
   * The sentence with these values.
   *
   * @throws IllegalArgumentException if a value is missing
   */
  String format(Map<String, ?> arguments) {
    if (!arguments.keySet().containsAll(names)) {
      throw new IllegalArgumentException("given " + arguments.keySet() + " for " + names);
    }
    Map<String, Object> values = HashMap.newHashMap(2 * names.size() + typed.size());
    values.putAll(typed);
    typed.forEach((place, word) -> values.put(place + APART, word));
    names.forEach(name -> put(values, name, Objects.requireNonNull(arguments.get(name), name)));
    lock.lock();
    try {
      return format.format(values);
    } finally {
      lock.unlock();
    }
  }

  private void put(Map<String, Object> values, String name, Object value) {
    // digits alone where it chooses no form: a year or a reply of a mail host is not grouped
    Object said = value instanceof Number && counted.contains(name) ? value : String.valueOf(value);
    values.put(name, said);
    if (isolated.contains(name + APART)) {
      boolean bare = value instanceof Number || said.toString().indexOf('\n') >= 0;
      values.put(name + APART, bare ? said : isolated(said.toString()));
    }
  }

  /** The same pattern, with another name for each place that is isolated. */
  private static String isolating(String text) {
    NavigableSet<Integer> places = new TreeSet<>();
    find(new MessagePattern(text), 0, "", "", places);
    StringBuilder out = new StringBuilder(text);
    places.descendingSet().forEach(place -> out.insert(place, APART));
    return out.toString();
  }

  /**
   * Finds the ends of names of values that stand within a line.
   *
   * @param message the part at which it begins: the whole, or a form of a number or a word
   * @param before what stands before it in the whole
   * @param after what stands behind it
   */
  private static void find(
      MessagePattern pattern, int message, String before, String after, Set<Integer> places) {
    String text = pattern.getPatternString();
    int start = pattern.getPart(message).getLimit();
    int limit = pattern.getLimitPartIndex(message);
    int end = pattern.getPart(limit).getIndex();
    for (int i = message + 1; i < limit; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        int last = pattern.getLimitPartIndex(i);
        String left = before + text.substring(start, part.getIndex());
        String right = text.substring(pattern.getPart(last).getLimit(), end) + after;
        if (part.getArgType() != ArgType.NONE) {
          forms(pattern, i, last).forEach(form -> find(pattern, form, left, right, places));
        } else if (!isAlone(left + "{" + right, left.length(), left.length() + 1)) {
          places.add(pattern.getPart(i + 1).getLimit());
        }
        i = last;
      }
    }
  }

  private static List<Integer> forms(MessagePattern pattern, int first, int last) {
    List<Integer> forms = new ArrayList<>();
    for (int i = first + 1; i < last; i++) {
      if (pattern.getPart(i).getType() == Part.Type.MSG_START) {
        forms.add(i);
        i = pattern.getLimitPartIndex(i);
      }
    }
    return forms;
  }

  /** A value that closes or opens isolates of its own does not end this one, nor keep it open. */
  static String isolated(String value) {
    StringBuilder out = new StringBuilder().append(ISOLATE);
    int open = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != END) {
        open += c >= FIRST_ISOLATE && c <= ISOLATE ? 1 : 0;
        out.append(c);
      } else if (open > 0) {
        open--;
        out.append(c);
      }
    }
    return out.repeat(END, open + 1).toString();
  }

  /** Whether nothing else stands on its line. */
  static boolean isAlone(String text, int open, int close) {
    int end = text.indexOf('\n', close);
    String line = text.substring(text.lastIndexOf('\n', open) + 1, end < 0 ? text.length() : end);
    return line.strip().length() == close - open;
  }
}
