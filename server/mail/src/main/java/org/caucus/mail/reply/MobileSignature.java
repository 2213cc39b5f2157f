package org.caucus.mail.reply;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The line that phones and programs put below what somebody writes: {@code Sent from my iPhone}.
 * Nobody wrote it, so it is no word of theirs, no order and no part of minutes.
 */
public final class MobileSignature {
  /** Longer lines were written by somebody, in characters. */
  private static final int MOST_CHARS = 90;

  /** Behind a name or a word of such a line, where it leads. */
  private static final Pattern LINK =
      Pattern.compile("<[a-z]{3,8}:[^<>]{1,300}>|\\([a-z]{3,8}:[^()]{1,300}\\)|[\\[\\]]");

  private static final List<String> BEGINNINGS = words("begins");

  /** Those whose language puts it last. */
  private static final List<String> ENDS = words("ends");

  private MobileSignature() {}

  private static List<String> words(String which) {
    return Objects.requireNonNull(PhraseFile.of("signatures").get(which));
  }

  /** Whether a line is one; what ends in a colon leads to something. */
  public static boolean isOne(String line) {
    if (line.length() > 2 * MOST_CHARS) {
      return false;
    }
    String words = LINK.matcher(VisibleLine.plain(line)).replaceAll("").strip();
    return words.length() <= MOST_CHARS
        && !words.endsWith(":")
        && (BEGINNINGS.stream().anyMatch(words::startsWith)
            || ENDS.stream().anyMatch(words::endsWith));
  }
}
