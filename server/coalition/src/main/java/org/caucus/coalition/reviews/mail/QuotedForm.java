package org.caucus.coalition.reviews.mail;

import java.util.ArrayList;
import java.util.List;
import org.caucus.mail.reply.VisibleLine;

/** The form of a review, where its lines were filled in within the letter that is answered. */
final class QuotedForm {
  private QuotedForm() {}

  /**
   * The lines below the words with which a form begins, quoted once. A letter that says what others
   * answered has no such words, and what is quoted twice was said before.
   */
  static List<String> lines(String text) {
    List<String> form = new ArrayList<>();
    boolean begun = false;
    for (String line : text.lines().map(VisibleLine::line).toList()) {
      boolean once = line.startsWith(">") && !line.substring(1).strip().startsWith(">");
      String quoted = once ? line.substring(1).strip() : "";
      if (!once) {
        begun = false;
      } else if (begins(quoted)) {
        begun = true;
      } else if (begun) {
        form.add(quoted);
      }
    }
    return form;
  }

  /**
   * The text, in which what somebody wrote below a quoted line of the form has its name before it.
   */
  static String joined(ProvisionWords provisions, String text) {
    List<String> lines = new ArrayList<>();
    String name = "";
    for (String line : text.lines().toList()) {
      String shown = VisibleLine.line(line);
      if (shown.startsWith(">")) {
        name = nameOf(provisions, shown.substring(1).strip());
        lines.add(line);
      } else if (!name.isEmpty() && !shown.isEmpty()) {
        boolean answers = ReviewWords.taken(shown).isPresent();
        lines.add(answers ? name + ": " + shown : line);
        name = "";
      } else {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  /** Of a line that was not filled in; empty if it is none. */
  private static String nameOf(ProvisionWords provisions, String quoted) {
    boolean isLine = quoted.endsWith(":") && quoted.length() <= ProvisionWords.MOST_CHARS;
    String name = isLine ? quoted.substring(0, quoted.length() - 1).strip() : "";
    return !name.isEmpty() && provisions.read(name) instanceof ProvisionWords.Meaning.These
        ? name
        : "";
  }

  /** Whether lines that are not quoted are a form, sent back by a program that marks no quotes. */
  static boolean isIn(List<String> lines) {
    return lines.stream().anyMatch(QuotedForm::begins);
  }

  private static boolean begins(String line) {
    return ReviewWords.is("FORM", line);
  }
}
