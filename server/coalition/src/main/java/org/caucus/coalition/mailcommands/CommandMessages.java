package org.caucus.coalition.mailcommands;

/** Everything that is said about orders that cannot be read or done; none names what exists. */
final class CommandMessages {
  static final String UNKNOWN =
      "This line is not understood. Write \"help\" to see what can be asked. Put \"end\" on a line"
          + " of its own below your last one, so that nothing after it is read.";

  /** Before what somebody may have meant. */
  static final String MEANT = "This line is not understood. You may have meant: ";

  static final String TOO_LONG =
      "An order is one line of at most " + CommandParser.MAX_LINE_CHARS + " characters.";
  static final String TOO_MANY =
      "A letter has at most " + CommandParser.MAX_ORDERS + " orders. Send the rest in another one.";
  static final String TOO_MANY_GETS =
      "A letter asks for at most "
          + CommandParser.MAX_GETS
          + " posts. Send the rest in another one.";
  static final String ALONE = "Nothing follows this word.";
  static final String ONE_LIST = "At most one list can be named here.";
  static final String SET =
      "Say it as: set LIST MODE. The modes are each, digest, mime-digest, summary, special, none.";
  static final String HEAR =
      "Say it as: hear KIND WAY. The kinds are assigned, named, request, reply, followed, new,"
          + " care, weekly-updates, weekly-activity; the ways each, digest, web, none.";
  static final String JOIN = "Say which: join LIST.";
  static final String LANGUAGE = "Say it as: set language fr. The languages are en, fr, ar.";
  static final String ZONE =
      "Say it as: set timezone Africa/Lagos, with the name of a place as the time zone database has"
          + " it.";
  static final String ECHO = "Say it as: set echo on, or set echo off.";
  static final String SEARCH = "Say it as: search WORDS.";
  static final String TOO_MANY_SEARCHES =
      "A letter searches at most "
          + CommandParser.MAX_SEARCHES
          + " times. Send the rest in another one.";
  static final String LEAVE = "Say which: leave LIST, or leave notices.";
  static final String SUSPEND =
      "Say it as: suspend 2026-07-01..2026-07-14, and a list behind it if it is for that one only.";
  static final String WHY =
      "Say it as: why MESSAGE-ID. \"index LIST\" shows that of the newest posts, behind each get.";
  static final String GET =
      "Say it as: get MESSAGE-ID. \"index LIST\" shows the newest posts, each with the line that"
          + " gets it.";
  static final String INDEX =
      "Say it as: index LIST, and how many posts behind it, at most "
          + CommandParser.MAX_POSTS
          + ".";

  private CommandMessages() {}
}
