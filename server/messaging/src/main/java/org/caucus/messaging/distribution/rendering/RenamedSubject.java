package org.caucus.messaging.distribution.rendering;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadStatus;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.mail.message.text.SubjectPrefixes;

/**
 * The subject of a reply in a thread that was renamed: under a title that it had before, it goes
 * out under the one that it has now, with the marks that stand before it. Any other subject is its
 * author's own, and stays.
 */
public final class RenamedSubject {
  /** Most characters of a list's tag. */
  private static final int MAX_TAG_CHARS = 42;

  private RenamedSubject() {}

  /** The letter with another subject; its bytes as they are if that stays. */
  static RawLetter on(RawLetter letter, UnaryOperator<String> other) {
    String subject = HeaderText.clean(HeaderText.decode(letter.value("Subject").orElse("")));
    String renamed = other.apply(subject);
    return renamed.equals(subject) ? letter : letter.with(Header.text("Subject", renamed));
  }

  /** The subject under which such a reply goes out. */
  public static String of(String subject, Thread thread) {
    int begins = begins(subject);
    String title = plain(subject.substring(begins));
    boolean former =
        thread.status().former().stream()
            .map(ThreadStatus.FormerSubject::subject)
            .anyMatch(was -> plain(was.substring(begins(was))).equals(title));
    String now = HeaderText.clean(thread.subject());
    return former ? subject.substring(0, begins) + now.substring(begins(now)) : subject;
  }

  private static String plain(String title) {
    return HeaderText.clean(title).strip().toLowerCase(Locale.ROOT);
  }

  /** Where a title begins, after the marks of answers and lists. */
  private static int begins(String subject) {
    int end = 0;
    for (int next = mark(subject, 0); next > end; next = mark(subject, end)) {
      end = next;
    }
    while (end < subject.length() && Character.isWhitespace(subject.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int mark(String subject, int from) {
    int open = from;
    while (open < subject.length() && Character.isWhitespace(subject.charAt(open))) {
      open++;
    }
    if (!subject.startsWith("[", open)) {
      return SubjectPrefixes.end(subject, from);
    }
    int close = subject.indexOf(']', open);
    return close < 0 || close - open >= MAX_TAG_CHARS ? from : close + 1;
  }
}
