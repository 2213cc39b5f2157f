package org.caucus.mail.message.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What mail programs of all languages put before the subject of an answer, or of what is passed on:
 * {@code Re:}, {@code AW:}, {@code Re[2]:}, {@code رد:}.
 */
public final class SubjectPrefixes {
  /** In lower case. */
  private static final Set<String> WORDS =
      Set.of(
          "re",
          "aw",
          "antwort",
          "sv",
          "svar",
          "vs",
          "vl",
          "antw",
          "odp",
          "odg",
          "ynt",
          "yan",
          "ilt",
          "vá",
          "továbbítás",
          "ref",
          "réf",
          "ré",
          "rép",
          "réponse",
          "rif",
          "res",
          "resp",
          "r",
          "bls",
          "trs",
          "atb",
          "yml",
          "ats",
          "vast",
          "răsp",
          "redir",
          "отг",
          "ang",
          "ha",
          "tl",
          "на",
          "отв",
          "ответ",
          "відп",
          "одг",
          "fw",
          "fwd",
          "wg",
          "tr",
          "rv",
          "vb",
          "fs",
          "doorst",
          "i",
          "pd",
          "enc",
          "пересл",
          "απ",
          "σχετ",
          "πρθ",
          "回复",
          "回覆",
          "答复",
          "答覆",
          "返信",
          "转发",
          "轉寄",
          "轉發",
          "転送",
          "ตอบ",
          "ตอบกลับ",
          "ส่งต่อ",
          "답장",
          "회신",
          "전달",
          "رد",
          "الرد",
          "إعادة",
          "تحويل",
          "پاسخ",
          "جواب",
          "תשובה",
          "תגובה",
          "הועבר",
          "השב");

  /** Those of two words, with what stands between them. */
  private static final List<String> PAIRS =
      List.of("إعادة توجيه", "اعادة توجيه", "إعادة إرسال", "Trả lời", "Chuyển tiếp");

  private static final int MAX_WORD_CHARS = 14;

  private SubjectPrefixes() {}

  /**
   * The length of the mark that a subject begins with, with its colon; 0 if it begins with none.
   * Marks of direction before it, and before its colon, belong to it.
   */
  public static int length(String subject) {
    return end(subject, 0);
  }

  /** Where the mark ends that begins there; where it begins, if none does. */
  public static int end(String subject, int from) {
    int start = blanks(subject, from);
    int word = word(subject, start);
    if (word == start) {
      return from;
    }
    int dot = word < subject.length() && subject.charAt(word) == '.' ? word + 1 : word;
    int colon = blanks(subject, number(subject, dot));
    boolean is =
        colon < subject.length() && (subject.charAt(colon) == ':' || subject.charAt(colon) == '：');
    return is ? colon + 1 : from;
  }

  /** Where the word ends that begins there; where it begins, if it is not one of these. */
  private static int word(String text, int start) {
    for (String pair : PAIRS) {
      if (text.startsWith(pair, start)) {
        return start + pair.length();
      }
    }
    int end = start;
    while (end < Math.min(text.length(), start + MAX_WORD_CHARS) && isOfWord(text.charAt(end))) {
      end++;
    }
    return WORDS.contains(plain(text.substring(start, end))) ? end : start;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** In lower case, one character for a letter with its mark; Turkish has a dot on its capital. */
  private static String plain(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return lower.replace("i\u0307", "i");
  }

  /** Past how often it was answered: {@code [2]}, {@code (2)}, {@code ^2}, {@code *2}. */
  private static int number(String text, int from) {
    int at = blanks(text, from);
    if (at >= text.length() || "[(^*".indexOf(text.charAt(at)) < 0) {
      return from;
    }
    at++;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length() && "])".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
