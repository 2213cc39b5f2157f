package org.caucus.email.bounces;

import java.util.regex.Pattern;

/**
 * Words by which a mail system, or a colleague's answering machine, says that somebody has left. It
 * is a hint for whoever cares for the seats, never a reason to close one.
 */
final class Departure {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)no longer (works?|working|employed|with|at|part of|a member|an employee|associated)"
              + "|has (now )?(left|retired|moved on|departed)|left the (company|organi[sz]ation"
              + "|firm|office|team)"
              + "|not (working|employed) (here|with us|at)|ne travaille plus|a quitté"
              + "|n'est plus (employé|parmi|en poste)"
              + "|arbeitet nicht mehr|nicht mehr (bei|in unserem)|ya no trabaja|لم يعد يعمل");

  private Departure() {}

  static boolean isSaid(String text) {
    return text.lines().limit(FreeForm.MAX_LINES).anyMatch(line -> WORDS.matcher(line).find());
  }
}
