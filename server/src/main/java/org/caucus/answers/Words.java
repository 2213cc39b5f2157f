package org.caucus.answers;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.lists.Delivery;
import org.caucus.lists.mail.Habit;
import org.caucus.lists.mail.Pause;
import org.caucus.orders.Order;
import org.caucus.relay.served.Course;
import org.caucus.wishes.Kind;
import org.jspecify.annotations.Nullable;

/** Everything a transcript says. */
final class Words {
  static final String SUBJECT = "What you ordered";

  static final String NOTHING_DONE =
      "Nothing was done, because of what is said below. Send all of it again when it is right.\n\n";

  static final String NOT_TRIED = "This line is right. It was not done, because of others.";
  static final String NO_POST = "There is no post with this Message-ID that you can read.";
  static final String COMES = "It comes as a letter of its own.";
  static final String DONE = "Done. ";
  static final String NONE_YET = "Nothing was posted here yet.";

  static final String BARE_DONE =
      """
      What you ordered by mail was done. This workspace keeps what is said in it out of mail: see it
      at
      """;
  static final String BARE_NOT_DONE =
      """
      What you ordered by mail was not done: something in it is not known here. This workspace keeps
      what is said in it out of mail. Do it at
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

  private Words() {}

  static String foot(String control) {
    return "-- \nWrite orders to "
        + control
        + ", one a line; \"help\" tells which there are.\n"
        + "Put \"end\" below the last one, so that nothing after it is read.\n";
  }

  static String help(String control, String page) {
    return "Write to "
        + control
        + ", one order a line. All of a letter are done, or none is.\n\n"
        + table(
            Map.ofEntries(
                Map.entry("01 help", "this text"),
                Map.entry("02 lists", "the lists you can read, and their addresses"),
                Map.entry("03 which", "how you get mail now"),
                Map.entry(
                    "04 set LIST MODE",
                    "how you get a list: each, digest, mime-digest, summary, special, none"),
                Map.entry("05 set notices MODE", "whether notices come: each, none"),
                Map.entry(
                    "05 hear KIND WAY",
                    "how a kind of notice comes: each, digest, web, none; such as hear new digest"),
                Map.entry(
                    "06 suspend 2026-07-01..2026-07-14", "no mail on these days; LIST may follow"),
                Map.entry("07 resume", "mail again; LIST may follow"),
                Map.entry("08 leave LIST", "no more mail of a list; you can read it still"),
                Map.entry("09 who LIST", "which organisations read a list, and how many people"),
                Map.entry("10 index LIST 20", "the newest posts, and what they are called"),
                Map.entry("11 get MESSAGE-ID", "a post, as a letter"),
                Map.entry("12 why MESSAGE-ID", "what became of your copy of a post"),
                Map.entry("13 end", "nothing below it is read")))
        + "\nAt the address of a list, such as list+control, LIST can be left out."
        + "\nEverything is also at\n"
        + page
        + "\n";
  }

  private static String table(Map<String, String> rows) {
    return rows.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> "  " + e.getKey().substring(3) + "\n      " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** How a kind of notice, or a weekly letter, comes from now on. */
  static String heard(Order.Hear order) {
    Kind kind = order.kind();
    String what =
        kind == null
            ? "The weekly letter you named"
            : "What is " + kind.name().toLowerCase(Locale.ROOT);
    return what
        + switch (order.way()) {
          case AT_ONCE -> " comes by mail.";
          case DIGEST -> kind == null ? " comes by mail." : " comes by mail each morning.";
          case WEB -> " comes by mail no more; it rings in the browser.";
          case MUTE -> " comes no more.";
        };
  }

  static String mode(Delivery mode) {
    return switch (mode) {
      case EACH -> "each post as it comes";
      case DIGEST -> "many posts in one letter";
      case MIME_DIGEST -> "many posts in one letter, each whole";
      case SUMMARY -> "once a day who wrote about what";
      case SPECIAL -> "special notices only";
      case NONE -> "no mail";
    };
  }

  static String habit(Habit habit) {
    return mode(habit.mode()) + pause(habit.pause());
  }

  static String pause(@Nullable Pause pause) {
    return pause == null ? "" : "; none" + days(pause);
  }

  static String days(Pause pause) {
    return " from " + pause.from() + " to " + pause.until();
  }

  static String left(String name, String control, String word) {
    return "No more mail of "
        + name
        + ". Everything stays readable in the browser.\nTo have it again, write to "
        + control
        + " this line:\n\n    set "
        + word
        + " each\n";
  }

  static String zone(ZoneId zone) {
    return "Days begin and end by the time of " + zone.getId() + ".";
  }

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  static String heads(Map<String, Integer> organisations) {
    int all = organisations.values().stream().mapToInt(Integer::intValue).sum();
    return all
        + (all == 1 ? " reader:\n" : " readers:\n")
        + organisations.entrySet().stream()
            .map(e -> "  " + e.getKey() + ": " + e.getValue() + "\n")
            .collect(Collectors.joining());
  }

  static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** What became of the asker's own copy. */
  static String story(Course course, ZoneId zone) {
    String at = course.at() == null ? "" : " on " + time(course.at(), zone);
    return switch (course.state()) {
      case SENT -> "It was sent to you" + at + ", and your mail host took it.";
      case IN_DIGEST -> "It came to you in a digest.";
      case NEXT_DIGEST -> "It waits for your next digest.";
      case WAITING -> "It waits to be sent to you" + (at.isEmpty() ? "." : at + ".");
      case RETRYING ->
          "Your mail host did not take it yet (it said "
              + course.code()
              + "). It is tried again"
              + at
              + ".";
      case REJECTED -> "Your mail host refused it (it said " + code(course) + ").";
      case GIVEN_UP ->
          "Your mail host did not take it for five days (it said " + course.code() + ").";
      case WITHHELD ->
          "It was not sent to you: you had it from its author, or took no mail at that moment.";
      case SUSPENDED ->
          "Mail to you is held back, because it came back again and again. See \"which\".";
      case OWN -> "You wrote it, and your own posts do not come to you.";
      case PAUSED -> "It was posted on a day for which you wanted no mail.";
      case SPECIAL_ONLY -> "You wanted special notices only, and it is none.";
      case NOT_WANTED -> "You wanted no mail of this list, or of this matter.";
      case BELL -> "You hear of such things in the browser alone.";
      case NOT_FOLLOWED ->
          "You were told nothing by mail: you take no part in this matter and do not follow it.";
      case QUIET -> "Whoever wrote it asked that nobody be told of it by mail.";
      case OTHER_LIST -> "The same letter came to you by another list.";
      case OTHER_SEAT -> "It came to you for another of your organisations.";
      case OUTSIDE -> NO_POST;
      case ARCHIVE -> "It was brought in with an archive, of which nobody is mailed.";
    };
  }

  private static String code(Course course) {
    return course.code() + (course.status().isEmpty() ? "" : " " + course.status());
  }
}
