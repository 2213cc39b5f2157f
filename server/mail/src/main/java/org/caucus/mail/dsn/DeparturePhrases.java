package org.caucus.mail.dsn;

import java.util.regex.Pattern;

/**
 * Words by which a mail system, or a colleague's answering machine, says that somebody has left. It
 * is a hint for the person who cares for the seats, never a reason to close one.
 */
final class DeparturePhrases {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)no longer (works?|working|employed|with|at|part of|a member|an"
              + " employee|associated)|has (now )?(left|retired|moved on|departed)|left the"
              + " (company|organi[sz]ation|firm|office|team)|not (working|employed) (here|with"
              + " us|at)|ne travaille plus|a quitté|n'est plus (employé|parmi|en poste)|n'est plus"
              + " en fonction|ne fait plus partie|arbeitet nicht mehr|nicht mehr (bei|in"
              + " unserem)|ya no (trabaja|labora|forma parte)|(já )?não trabalha (mais|aqui)|não"
              + " faz mais parte|non lavora più|werkt niet meer|artık (burada )?çalışm|больше не"
              + " работает|nie pracuje już|już nie pracuje|arbetar inte längre|arbeider ikke"
              + " lenger|لم يعد يعمل|لم تعد تعمل|ترك العمل|hafanyi kazi tena|已离职|已離職|退職");

  private DeparturePhrases() {}

  /** Whether its author says so; what is quoted or returned was said by others. */
  static boolean isSaid(String text) {
    return ReportLines.of(text).stream()
        .filter(line -> !line.stripLeading().startsWith(">"))
        .anyMatch(line -> WORDS.matcher(line).find());
  }
}
