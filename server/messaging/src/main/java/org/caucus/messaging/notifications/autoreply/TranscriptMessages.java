package org.caucus.messaging.notifications.autoreply;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.mailcommands.MailCommand;
import org.caucus.kernel.StoredMessage;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.distribution.receipts.LedgerRow;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Everything a transcript says; the sentences are in {@code words/transcript.*}. Orders, their
 * modes, kinds and ways are words that a program reads: they stay as they are.
 */
record TranscriptMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("transcript");

  /** What "help" lists: an order, and the key of what it does. */
  private static final List<Map.Entry<String, String>> ORDERS =
      List.of(
          Map.entry("help", "help"),
          Map.entry("lists", "lists"),
          Map.entry("which", "which"),
          Map.entry("set LIST MODE", "set"),
          Map.entry("set notices MODE", "notices"),
          Map.entry("hear KIND WAY", "hear"),
          Map.entry("suspend 2026-07-01..2026-07-14", "suspend"),
          Map.entry("resume", "resume"),
          Map.entry("leave LIST", "leave"),
          Map.entry("join LIST", "join"),
          Map.entry("set language fr", "language"),
          Map.entry("set timezone Africa/Lagos", "zone"),
          Map.entry("set echo off", "echo"),
          Map.entry("search WORDS", "search"),
          Map.entry("who LIST", "who"),
          Map.entry("index LIST 20", "index"),
          Map.entry("get MESSAGE-ID", "get"),
          Map.entry("why MESSAGE-ID", "why"),
          Map.entry("end", "end"));

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String subject() {
    return say("subject");
  }

  /** Where mail says nothing. */
  String bare(boolean done, String page) {
    return say(done ? "bare-done" : "bare-not-done", Map.of("page", page));
  }

  String nothingDone() {
    return say("nothing-done");
  }

  String notTried() {
    return say("not-tried");
  }

  String fault(@Nullable StoredMessage reason, String english) {
    return Messages.kept(language, reason, english);
  }

  String noPost() {
    return say("no-post");
  }

  String noList() {
    return say("no-list");
  }

  String comes() {
    return say("comes");
  }

  String spoken() {
    return say("spoken");
  }

  String zoned(ZoneId zone) {
    return say("zoned", Map.of("zone", zone.getId()));
  }

  String echo(boolean on) {
    return say(on ? "echo.on" : "echo.off");
  }

  String foundNone() {
    return say("found-none");
  }

  String foundLater() {
    return say("found-later");
  }

  String found(int many, int told) {
    return say("found", Map.of("n", many, "most", told));
  }

  String noneYet() {
    return say("none-yet");
  }

  String foot(String control) {
    return say("foot", Map.of("address", control));
  }

  String help(
      String control,
      String page,
      String lists,
      String actions,
      String opening,
      String trackers,
      String updates,
      String posted) {
    String table =
        ORDERS.stream()
            .map(e -> "  " + order(e) + "\n      " + say("help." + e.getValue()) + "\n")
            .collect(Collectors.joining());
    String issues = trackers.isEmpty() ? "" : say("help-issues", Map.of("trackers", trackers));
    String said = posted.isEmpty() ? "" : say("help-posted", Map.of("updates", posted));
    String own = updates.isEmpty() ? "" : say("help-updates", Map.of("address", updates)) + said;
    String begin = lists.isEmpty() ? "" : say("help-lists", Map.of("lists", lists));
    return begin
        + say("help", Map.of("address", control, "orders", table, "page", page))
        + issues
        + say("help-actions", Map.of("address", actions))
        + opening
        + own;
  }

  /** As it is said in this language, and behind it as everywhere. */
  private String order(Map.Entry<String, String> known) {
    String said = say("order." + known.getValue());
    return said.equals(known.getKey()) ? said : said + "  (" + known.getKey() + ")";
  }

  /** How a kind of notice, or a weekly letter, comes from now on. */
  String heard(MailCommand.Hear order) {
    NotificationReason kind = order.kind();
    boolean mailed =
        order.way() == NotificationChannel.AT_ONCE || order.way() == NotificationChannel.DIGEST;
    if (kind == null) {
      return say(mailed ? "heard.weekly" : "heard.weekly-off");
    }
    String key = order.way() == NotificationChannel.AT_ONCE ? "mail" : order.way().name();
    return say("heard." + key, Map.of("kind", kind.name().toLowerCase(Locale.ROOT)));
  }

  String mode(Delivery mode) {
    return say("mode." + mode);
  }

  String habit(DeliveryPreference habit) {
    MailPause pause = habit.pause();
    String mode = mode(habit.mode());
    return pause == null
        ? mode
        : say("habit-paused", Map.of("mode", mode, "from", pause.from(), "until", pause.until()));
  }

  String allPaused(MailPause pause) {
    return say("all-paused", Map.of("from", pause.from(), "until", pause.until()));
  }

  /** How a list comes now, or that it does not any more. */
  String set(String name, String control, String word, Delivery mode) {
    return mode == Delivery.NONE
        ? say("left", Map.of("list", name, "address", control, "word", word))
        : say("set", Map.of("list", name, "mode", mode(mode)));
  }

  String notices() {
    return say("notices");
  }

  String aList() {
    return say("a-list");
  }

  /** No mail on these days: of one list, or of any. */
  String suspended(@Nullable String name, MailPause pause, ZoneId zone) {
    return name == null
        ? say(
            "suspended-all",
            Map.of("from", pause.from(), "until", pause.until(), "zone", zone(zone)))
        : say(
            "suspended",
            Map.of("from", pause.from(), "until", pause.until(), "zone", zone(zone), "list", name));
  }

  String resumed(@Nullable String name) {
    return name == null ? say("resumed-all") : say("resumed", Map.of("list", name));
  }

  String heldBack() {
    return say("held-back");
  }

  String noticesAre(Delivery mode) {
    return say(
        "notices-are", Map.of("mode", mode == Delivery.EACH ? say("notices-each") : mode(mode)));
  }

  String zone(ZoneId zone) {
    return say("zone", Map.of("zone", zone.getId()));
  }

  String time(Instant at, ZoneId zone) {
    return LocalFormats.dayAndTime(language, at.atZone(zone));
  }

  String heads(Map<String, Integer> organisations) {
    int all = organisations.values().stream().mapToInt(Integer::intValue).sum();
    return PHRASES.say(language, "readers", Map.of("n", all))
        + "\n"
        + organisations.entrySet().stream()
            .map(e -> "  " + e.getKey() + ": " + e.getValue() + "\n")
            .collect(Collectors.joining());
  }

  static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** How many others have it; anyone who has not follows. */
  String haveIt(int others) {
    return PHRASES.say(language, "have-it", Map.of("n", others));
  }

  /** Why a member has no copy. */
  String reason(LedgerRow row) {
    String reason = say("member." + row.state());
    return row.reply().isEmpty()
        ? reason
        : say("member-replied", Map.of("reason", reason, "reply", row.reply()));
  }

  /** Where what is not told here stands. */
  String rest(String page) {
    return say("rest", Map.of("page", page));
  }

  /** What became of the asker's own copy. */
  String story(DeliveryStatusOfSeat course, ZoneId zone) {
    if (course.state() == DeliveryStatusOfSeat.State.OUTSIDE) {
      return noPost();
    }
    Instant at = course.at();
    boolean timed =
        switch (course.state()) {
          case SENT, IN_DIGEST, NEXT_DIGEST, WAITING, RETRYING -> at != null;
          default -> false;
        };
    String code = course.code() + (course.status().isEmpty() ? "" : " " + course.status());
    String when = at == null ? "" : time(at, zone);
    return say("story." + course.state() + (timed ? "-at" : ""), Map.of("at", when, "reply", code));
  }
}
