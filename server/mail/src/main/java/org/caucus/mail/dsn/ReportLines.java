package org.caucus.mail.dsn;

import java.util.List;
import java.util.regex.Pattern;

/** What a report says itself, line by line: what it returns comes after it. */
final class ReportLines {
  /** The most lines of a report that are read; what is returned comes after it. */
  static final int MAX_LINES = 400;

  /** The longest line that is looked at, in characters. */
  static final int MAX_LINE_CHARS = 1_000;

  /** A line of the summary of a header, in which addresses are of the returned letter. */
  static final Pattern SUMMARY =
      Pattern.compile(
          "(?iu)\\s*+(to|cc|from|reply-to|sender|subject|sent|date|message-id|for|de|à|objet|envoyé|von|an"
              + "|betreff|gesendet|para|asunto|assunto|enviado|من|إلى|الموضوع)\\s*+:.*");

  private static final Pattern RETURNED =
      Pattern.compile(
          "(?i)[\\s>*=_-]*+(here is |this is |the |below (is|this|the next)|a |attached |your"
              + " |start of )*+.{0,30}?(copy of|original"
              + " (message|mail|e-?mail|letter)|(returned|unsent|source|old|bounced)"
              + " (mail|message)|header of the|headers? (of|follow)|message header|below this"
              + " line|below the next line|text of|(message|mail) (follows|attached|is"
              + " attached|headers?)|first part of|forwarded message|message"
              + " (d.origine|original)|(ursprüngliche|original) nachricht|mensaje original|mensagem"
              + " original|الرسالة الأصلية|исходное сообщение).*");

  /** What looks like one of those lines and is not one: the report goes on after it. */
  private static final Pattern NOT_RETURNED =
      Pattern.compile(
          "(?i)(\\W{0,5}[245]\\d\\d[ -].*|.*(transcript|server returned|(was|were|been)"
              + " (re|blo)|could not|cannot|was not|unable|not be|failed to|delivery|did"
              + " not|undeliver|please|if you do so|you can|returned below|returned to|error).*)");

  private static final Pattern FIELD =
      Pattern.compile(
          "[>\\s]{0,2}(Received|Return-[Pp]ath|Message-I[Dd]|X-[A-Za-z-]+|Delivered-To"
              + "|MIME-Version|Content-Type|Date|From|To|Subject|Precedence|DKIM-Signature): ?.*");

  private ReportLines() {}

  /** The lines before the returned letter. */
  static List<String> of(String text) {
    List<String> all = text.lines().limit(MAX_LINES).map(ReportLines::cut).toList();
    for (int i = 0; i < all.size(); i++) {
      if (returns(all, i)) {
        return all.subList(0, i);
      }
    }
    return all;
  }

  /** A line as far as it is looked at. */
  static String cut(String line) {
    return line.length() > MAX_LINE_CHARS ? line.substring(0, MAX_LINE_CHARS) : line;
  }

  private static boolean returns(List<String> lines, int i) {
    String line = lines.get(i);
    if (FIELD.matcher(line).matches()) {
      long fields =
          lines.subList(i, Math.min(i + 5, lines.size())).stream()
              .filter(l -> FIELD.matcher(l).matches() && !SUMMARY.matcher(l).matches())
              .count();
      return fields >= 2;
    }
    return RETURNED.matcher(line).matches() && !NOT_RETURNED.matcher(line).matches();
  }
}
