package org.caucus.coalition.access;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * Which names people can read, say and tell apart: a list, tracker, organisation or person that
 * looks like another one is a way to be read by others than one thinks. Pure.
 */
public final class NameRule {
  /** Most marks on one letter: scripts that stack them need three. */
  public static final int MAX_MARKS = 4;

  private static final String FIELD = "name";

  /** Joiners are how Persian and emoji are written; all else of this kind cannot be seen. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}"
              + "\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0&&[^\\u200C\\u200D]]");

  private static final Pattern STACKED = Pattern.compile("\\p{M}{" + (MAX_MARKS + 1) + ",}");
  private static final Pattern SAID = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern BESIDE = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Most characters of a name, as in the contract: letters, tables and templates name too. */
  public static final int MAX_CHARS = 120;

  /** Letters that look alike, each with that of the Latin alphabet. */
  private static final Map<Integer, String> LOOKS = looks();

  private static final Set<Character.UnicodeScript> ALIKE =
      EnumSet.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.GREEK);

  private NameRule() {}

  private static Map<Integer, String> looks() {
    String theirs = "сабвгеһіјкмнорԛѕтухԁԝαβγεηικνορτυχωı01";
    String ours = "cabbrehijkmhopqstyxdwabyenikvoptuxwiol";
    Map<Integer, String> looks = new HashMap<>();
    for (int i = 0; i < theirs.length(); i++) {
      looks.put((int) theirs.charAt(i), String.valueOf(ours.charAt(i)));
    }
    looks.put((int) 'i', "l");
    looks.put((int) 'і', "l");
    looks.put((int) 'ι', "l");
    looks.put((int) 'ı', "l");
    return Map.copyOf(looks);
  }

  /**
   * The name as it is kept: in one form, with single blanks.
   *
   * @throws Refusal naming {@code name} if people could not read it, or not tell what it is
   */
  public static String readable(String name) {
    String clean =
        BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ").strip();
    if (HIDDEN.matcher(clean).find() || STACKED.matcher(clean).find()) {
      throw Refusal.invalid(FIELD, Message.of("name-has-hidden-characters"));
    }
    if (clean.length() > MAX_CHARS) {
      throw Refusal.invalid(FIELD, Message.of("a-name-has-at-most-characters", "limit", MAX_CHARS));
    }
    if (!SAID.matcher(clean).find()) {
      throw Refusal.invalid(FIELD, Message.of("name-needs-a-letter"));
    }
    Matcher words = WORD.matcher(clean);
    while (words.find()) {
      if (isMixed(words.group())) {
        throw Refusal.invalid(FIELD, Message.of("name-mixes-alphabets", "word", words.group()));
      }
    }
    return clean;
  }

  /**
   * A line that people say of themselves, as it is kept; it may be empty.
   *
   * @throws Refusal naming the field if something in it cannot be seen
   */
  public static String line(String field, String text) {
    String clean =
        BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
    if (HIDDEN.matcher(clean).find() || STACKED.matcher(clean).find()) {
      throw Refusal.invalid(field, Message.of("name-has-hidden-characters"));
    }
    return clean;
  }

  private static boolean isMixed(String word) {
    return word.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .filter(ALIKE::contains)
            .distinct()
            .count()
        > 1;
  }

  /**
   * Refuses a name that others would take for another one.
   *
   * @param others the other names that the person who asks can read, and no others (R8)
   */
  public static void mustBeFree(String name, Stream<String> others) {
    Map<String, String> taken = new TreeMap<>();
    others.forEach(other -> taken.putIfAbsent(look(other), other));
    String same = taken.get(look(name));
    if (same != null) {
      throw Refusal.invalid(
          FIELD, Message.of("name-is-taken", "taken", same, "proposal", proposal(name, taken)));
    }
  }

  /**
   * The name of something new, as it is kept: {@link #readable} and not like another one.
   *
   * @param others as of {@link #mustBeFree}
   */
  public static String fresh(String name, Stream<String> others) {
    String readable = readable(name);
    mustBeFree(readable, others);
    return readable;
  }

  private static String proposal(String name, Map<String, String> taken) {
    int number = 2;
    while (taken.containsKey(look(name + " " + number))) {
      number++;
    }
    return name + " " + number;
  }

  /** What is left of a name for somebody who reads it in haste. */
  static String look(String name) {
    String bare =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    StringBuilder look = new StringBuilder();
    BESIDE
        .matcher(bare)
        .replaceAll("")
        .codePoints()
        .forEach(c -> look.append(LOOKS.getOrDefault(c, Character.toString(c))));
    return look.isEmpty() ? bare : look.toString();
  }
}
