package org.caucus.mail.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an office puts below the letters of its people, with no two dashes above it: their name,
 * what they are and where they are reached, and that all of it is confidential. Only what has its
 * author's own name at its head is one: another's may be somebody who is to come.
 *
 * @param names what its author is called
 * @param address theirs
 */
public record OfficeSignature(Set<String> names, String address) {
  private static final int MOST_LINES = 10;

  /** Longer lines say something, in characters. */
  private static final int MOST_CHARS = 100;

  /** What stands with a name in one line has no more words. */
  private static final int FEW_WORDS = 4;

  private static final int MANY_WORDS = 8;

  /** Beside a number or an address: what it is. */
  private static final int LABELLING_WORDS = 2;

  /** Of a disclaimer so many things are said, and so many words are needed for that. */
  private static final int SAID = 3;

  private static final int SAYING_WORDS = 15;

  /** Digits of a number that somebody is called by. */
  private static final int CALLED_DIGITS = 6;

  /** A shorter word says nothing by its first letter. */
  private static final int LONG_CHARS = 4;

  private static final Map<String, List<String>> HEARD = PhraseFile.of("disclaimers");
  private static final Pattern BETWEEN = Pattern.compile("[\\s|<>()\\[\\],;\u2022\u00b7]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");

  /** Keeps the names as they are looked for. */
  public OfficeSignature {
    names =
        names.stream()
            .map(OfficeSignature::words)
            .filter(n -> !n.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> heard(String which) {
    return Objects.requireNonNull(HEARD.get(which));
  }

  /** Whether lines, as they are seen, are nothing else. */
  public boolean isAll(List<String> lines) {
    int end = 0;
    while (end < lines.size() && !isDisclaimer(lines, end)) {
      end++;
    }
    boolean disclaimed = end < lines.size();
    List<String> block =
        new ArrayList<>(lines.subList(0, end).stream().filter(line -> !isNothing(line)).toList());
    while (!block.isEmpty() && CourtesyPhrases.isEnd(List.of(block.getFirst()))) {
      block.removeFirst();
    }
    if (block.isEmpty()) {
      return disclaimed;
    }
    List<String> below = block.subList(1, block.size());
    return block.size() <= MOST_LINES
        && isOwnName(block.getFirst())
        && below.stream().allMatch(this::isDetail)
        && (below.isEmpty() || disclaimed || below.stream().anyMatch(this::isContact));
  }

  private static boolean isNothing(String line) {
    String plain = VisibleLine.plain(line);
    return line.isEmpty()
        || MobileSignature.isOne(line)
        || line.chars().allMatch(c -> "-_=*~".indexOf(c) >= 0)
        || heard("beside").stream().anyMatch(plain::startsWith);
  }

  /** Whether a paragraph begins there that says, to the end, what disclaimers say. */
  private static boolean isDisclaimer(List<String> lines, int at) {
    boolean paragraph = at == 0 || isNothing(lines.get(at - 1));
    String first = words(lines.get(at));
    if (!paragraph
        || heard("begins").stream().map(OfficeSignature::words).noneMatch(first::startsWith)) {
      return false;
    }
    String all = VisibleLine.plain(String.join(" ", lines.subList(at, lines.size())));
    return BLANKS.split(all).length >= SAYING_WORDS
        && heard("says").stream().filter(all::contains).count() >= SAID;
  }

  private boolean isOwnName(String line) {
    String words = words(line);
    return line.length() <= MOST_CHARS
        && names.stream()
            .anyMatch(
                name ->
                    (" " + words + " ").contains(" " + name + " ")
                        && BLANKS.split(words).length <= BLANKS.split(name).length + FEW_WORDS);
  }

  private boolean isDetail(String line) {
    return line.length() <= MOST_CHARS && (isContact(line) || isTitle(line));
  }

  /** Where somebody is reached; where another is, it is no signature of theirs. */
  private boolean isContact(String line) {
    List<String> parts = List.of(BETWEEN.split(line));
    List<String> addresses = parts.stream().filter(part -> part.indexOf('@') > 0).toList();
    long said = parts.stream().filter(OfficeSignature::isSaid).count();
    boolean reached =
        !addresses.isEmpty()
            || parts.stream().map(VisibleLine::plain).anyMatch(OfficeSignature::isLink)
            || line.chars().filter(Character::isDigit).count() >= CALLED_DIGITS;
    return reached
        && addresses.stream().allMatch(this::isOwn)
        && !isSentence(line)
        && said <= (line.indexOf('|') > 0 ? MANY_WORDS : LABELLING_WORDS);
  }

  private boolean isOwn(String part) {
    String bare = part.substring(part.lastIndexOf(':') + 1);
    return bare.equalsIgnoreCase(address);
  }

  private static boolean isLink(String part) {
    return part.startsWith("www.") || part.startsWith("http");
  }

  /** A word, and no number, address or link. */
  private static boolean isSaid(String part) {
    return part.chars().anyMatch(Character::isLetter)
        && part.indexOf('@') < 0
        && part.indexOf('.', 1) < 0
        && part.indexOf('/') < 0;
  }

  private static boolean isSentence(String line) {
    return ".?!:\u061f".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** What somebody is, or for whom: no sentence; in small letters it would be one. */
  private static boolean isTitle(String line) {
    String[] words = BLANKS.split(line);
    return line.indexOf('@') < 0
        && !isSentence(line)
        && words.length <= MANY_WORDS
        && Arrays.stream(words)
            .filter(word -> word.length() >= LONG_CHARS)
            .allMatch(word -> !Character.isLowerCase(word.codePointAt(0)));
  }

  private static String words(String line) {
    return BLANKS
        .matcher(MARKS.matcher(VisibleLine.plain(line)).replaceAll(" "))
        .replaceAll(" ")
        .strip();
  }
}
