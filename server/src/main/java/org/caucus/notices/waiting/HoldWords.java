package org.caucus.notices.waiting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that is said by mail about letters that wait. */
public final class HoldWords {
  /** Characters of the letter that are shown to those who decide; the page shows all of it. */
  static final int MAX_SHOWN_CHARS = 4_000;

  /** Subject of the question to those who decide, and of all that follows. */
  public static final String WAITS_SUBJECT = "A letter waits for you";

  /** Subject of the question to the member whose address a letter names. */
  public static final String WAS_IT_YOU_SUBJECT = "Was it you? A letter waits for your word";

  static final String WHY_DECIDES = "\n-- \nYou get this because you may decide it.";
  static final String WHY_WROTE = "\n-- \nYou get this because a letter came from your address.";
  static final String WHY_AUTHOR = "\n-- \nYou get this because you wrote it.";

  static final String LAST_TODAY =
      "\nMany letters wait. You get no more mail about them today; the page shows all of them.\n";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private HoldWords() {}

  /** What somebody is asked about: who wrote it, where to, and all of why it waits. */
  static String waits(String sender, String address, List<String> reasons) {
    return "A letter from "
        + sender
        + " to "
        + address
        + " waits for a decision.\n\n"
        + bullets(reasons);
  }

  static String stillWaits(int days) {
    return "Nobody has decided about this letter for "
        + (days == 1 ? "a day" : days + " days")
        + ".\n\n";
  }

  /** The letter itself, each line marked, so that none of it passes for words of ours. */
  static String shown(String subject, String text) {
    boolean cut = text.length() > MAX_SHOWN_CHARS;
    String shown = cut ? text.substring(0, end(text)) : text;
    return "\n  | Subject: "
        + subject
        + "\n  |\n"
        + shown.strip().lines().map(l -> "  | " + l).collect(Collectors.joining("\n"))
        + (cut ? "\n  | [It goes on; the page shows all of it.]\n" : "\n");
  }

  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(MAX_SHOWN_CHARS - 1))
        ? MAX_SHOWN_CHARS - 1
        : MAX_SHOWN_CHARS;
  }

  static String decide(String readers, Instant until, String link) {
    return "\nIf it is let in, it is read by: "
        + readers
        + "\nIf nobody decides until "
        + DAY.format(until)
        + ", it is not posted.\n\nLet it in or turn it away:\n"
        + link
        + "\n";
  }

  static String wasItYou(String address, List<String> reasons, Instant until, String link) {
    return "A letter to "
        + address
        + " came from your address, but we could not make sure that you wrote it.\n\n"
        + bullets(reasons)
        + "\nIf you did, say so here, and it is posted. If you are not signed in, you are asked for this\n"
        + "address and mailed a code; there is no password:\n"
        + link
        + "\n\nIf you did not, do nothing: it goes on "
        + DAY.format(until)
        + ". It is not shown to anyone else.\n";
  }

  /** How to decide by mail. No line here decides anything when it is quoted. */
  static String byMail(String to, String code) {
    return "\nOr answer this letter with one of these words alone on the first line:\n"
        + "  approve   it is posted\n"
        + "  reject    it is not posted, and its sender is told; with what you write below, if you do\n"
        + "  discard   it is not posted, and a sender who is no member hears nothing\n"
        + code(to, code);
  }

  /** How to say by mail that one wrote a letter. */
  static String sayYes(String to, String code) {
    return "\nOr answer this letter with yes or no alone on the first line.\n" + code(to, code);
  }

  private static String code(String to, String code) {
    return "Leave this code in your answer. It is for you alone, and works once:\n\n    "
        + code
        + "\n\nAn answer to "
        + to
        + " without it decides nothing. Send it nowhere else.\n";
  }

  /** How whoever wrote a letter takes it back by mail. */
  public static String withdraw(String code) {
    return "\nTo take it back, answer with the word withdraw alone on the first line, and leave this"
        + " code in:\n\n    "
        + code
        + "\n";
  }

  /** To whoever answered a question with something that decides nothing. */
  public static String decidedNothing(List<String> reasons) {
    return "Your answer did not decide about the letter that waits.\n\n" + bullets(reasons);
  }

  /** To those who were asked: there is nothing left to decide. */
  static String settled(HoldNews.What what, String who, String sender, String address) {
    String letter = "the letter from " + sender + " to " + address;
    return switch (what) {
      case APPROVED -> who + " let in " + letter + ". It is posted.";
      case REFUSED -> who + " turned away " + letter + ". Its sender is told.";
      case DISCARDED -> who + " discarded " + letter + ".";
      case WITHDRAWN -> "Its sender took back " + letter + ".";
      case EXPIRED -> "Nobody decided in time about " + letter + ", so it was not posted.";
      case HELD, REMINDED -> throw new IllegalArgumentException("that is a question");
    };
  }

  static final String NOTHING_LEFT = "\n\nThere is nothing left to decide.\n";

  static String noted(String note) {
    return note.isBlank() ? "" : "\n\nTo its sender:\n\n" + note.strip();
  }

  /** To whoever wrote it in the browser. */
  static String yours(HoldNews.What what, String address, String note) {
    String post = "Your post to " + address;
    return switch (what) {
      case APPROVED -> post + " was let in. It is posted.\n";
      case REFUSED -> turned(post, note);
      case DISCARDED -> turned(post, "");
      case WITHDRAWN -> post + " is taken back. It is not posted.\n";
      case EXPIRED -> late(post);
      case HELD, REMINDED -> throw new IllegalArgumentException("that is a question");
    };
  }

  /** To whoever wrote it by mail: it waits. */
  public static String received(String address) {
    return "Your letter to "
        + address
        + " arrived. It waits for somebody there to let it in.\n\n"
        + "You need not send it again.\n";
  }

  /** To whoever wrote it by mail: it is not posted, with what a convenor says about that. */
  public static String turnedAway(String address, String note) {
    return turned("Your letter to " + address, note);
  }

  /** To whoever wrote it by mail: nobody decided. */
  public static String tooLate(String address) {
    return late("Your letter to " + address);
  }

  /** To whoever wrote it by mail: as they asked. */
  public static String takenBack(String address) {
    return "Your letter to " + address + " is taken back. It is not posted.\n";
  }

  private static String turned(String post, String note) {
    return post
        + " was not posted."
        + (note.isBlank() ? "\n" : "\n\nThey say:\n\n" + note.strip() + "\n");
  }

  private static String late(String post) {
    return post
        + " was not posted: it waited for somebody's word, and nobody decided in time.\n\n"
        + "You can send it again.\n";
  }

  private static String bullets(List<String> reasons) {
    return reasons.stream().map(r -> "* " + r + "\n").collect(Collectors.joining());
  }
}
