package org.caucus.coalition.mentions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.caucus.mail.reply.ReplyText;

/**
 * What an author says in a text, without what it quotes, passes on, shows as code or signs with.
 */
final class OwnWords {
  private static final Pattern CODE = Pattern.compile("(?<!`)(`++)[^\\n]*?(?<!`)\\1(?!`)");

  private OwnWords() {}

  static String of(String text) {
    String own = String.join("\n", ReplyText.lines(ReplyText.unsigned(withoutBlocks(text))));
    return own.indexOf('`') < 0 ? own : CODE.matcher(own).replaceAll("`");
  }

  /** Without what stands between fences, or below a blank line behind four blanks. */
  private static String withoutBlocks(String text) {
    if (!text.contains("```")
        && !text.contains("~~~")
        && !text.contains("    ")
        && text.indexOf('\t') < 0) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    String fence = "";
    boolean blank = true;
    boolean code = false;
    for (String line : text.lines().toList()) {
      String begins = line.strip();
      if (!fence.isEmpty()) {
        fence = begins.startsWith(fence) ? "" : fence;
        kept.add("");
        continue;
      }
      if (begins.startsWith("```") || begins.startsWith("~~~")) {
        fence = begins.substring(0, 3);
        kept.add("");
        continue;
      }
      code = isIndented(line) && (code || blank);
      blank = begins.isEmpty();
      kept.add(code ? "" : line);
    }
    return String.join("\n", kept);
  }

  private static boolean isIndented(String line) {
    return line.startsWith("    ") || line.startsWith("\t");
  }
}
