package org.caucus.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One sentence in one language, by the rules of ICU: {@code {name}}, {@code {n, plural, …}}, {@code
 * {state, select, …}}. It is compiled once.
 *
 * <p>In what is written from the right, a value within a line is isolated (Unicode UAX 9), so that
 * a name or a date turns nothing around it. A value alone on its line, such as a link, one of
 * several lines and a number are left as they are.
 */
final class IcuMessage {
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  /** What a place that is isolated is called in the compiled pattern. */
  private static final String APART = "_apart";

  private final MessageFormat format;

  /** ICU makes formats of numbers and rules of plurals at the first use, without a lock. */
  private final Lock lock = new ReentrantLock();

  private final Set<String> names;
  private final Set<String> isolated;

  IcuMessage(Language language, String text) {
    names = names(text);
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
        .collect(Collectors.toUnmodifiableSet());
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
    Map<String, Object> values = HashMap.newHashMap(2 * names.size());
    names.forEach(name -> put(values, name, Objects.requireNonNull(arguments.get(name), name)));
    lock.lock();
    try {
      return format.format(values);
    } finally {
      lock.unlock();
    }
  }

  private void put(Map<String, Object> values, String name, Object value) {
    Object said = value instanceof Number ? value : String.valueOf(value);
    values.put(name, said);
    if (isolated.contains(name + APART)) {
      boolean bare = value instanceof Number || said.toString().indexOf('\n') >= 0;
      values.put(name + APART, bare ? said : ISOLATE + said.toString() + END);
    }
  }

  /** The same pattern, with another name for each place that is isolated. */
  private static String isolating(String text) {
    MessagePattern pattern = new MessagePattern(text);
    StringBuilder out = new StringBuilder(text);
    for (int i = pattern.countParts() - 1; i >= 0; i--) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.NONE) {
        int end = pattern.getPart(pattern.getLimitPartIndex(i)).getLimit();
        if (!isAlone(text, part.getIndex(), end)) {
          out.insert(pattern.getPart(i + 1).getLimit(), APART);
        }
      }
    }
    return out.toString();
  }

  /** Whether nothing else stands on its line. */
  static boolean isAlone(String text, int open, int close) {
    int end = text.indexOf('\n', close);
    String line = text.substring(text.lastIndexOf('\n', open) + 1, end < 0 ? text.length() : end);
    return line.strip().length() == close - open;
  }
}
