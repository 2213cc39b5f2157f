package org.caucus.messaging.notifications.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.moderation.HeldMessageNotices;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LegacyReasons;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said by mail about letters that wait; the sentences are in {@code
 * words/holds.*}. The words that decide are in the reader's language; {@code heard/decisions.txt}
 * has those that are read.
 */
public record HoldMessages(Language language) {
  /** Characters of the letter that are shown to those who decide; the page shows all of it. */
  static final int MAX_SHOWN_CHARS = 4_000;

  /** Characters of its subject within that of the question; the text has all of it. */
  static final int MAX_SUBJECT_CHARS = 40;

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("holds");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  private String day(Instant at) {
    return LocalFormats.weekday(language, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private String time(Instant at) {
    return LocalFormats.time(language, at.atZone(ZoneOffset.UTC));
  }

  /** Subject of the question to those who decide, and of all that follows. */
  String waitsSubject(String subject) {
    if (subject.isBlank()) {
      return say("waits.subject-none");
    }
    boolean cut = subject.length() > MAX_SUBJECT_CHARS;
    String shown = cut ? subject.substring(0, end(subject, MAX_SUBJECT_CHARS)) + "…" : subject;
    return say("waits.subject", Map.of("subject", shown));
  }

  /** Subject of the question to the member whose address a letter names. */
  String wasItYouSubject() {
    return say("was-it-you.subject");
  }

  /** Subject of the question to the person who is known to have written a letter. */
  String isItRightSubject() {
    return say("is-it-right.subject");
  }

  /** Subject of what an author is told before it is done. */
  String announcedSubject() {
    return say("announced.subject");
  }

  /** What an author is told before it is done: when that is, and where to take it back. */
  String announced(String address, List<Message> reasons, Instant at, String link) {
    return say(
        "announced",
        Map.of("address", address, "reasons", bullets(reasons), "page", link, "time", time(at)));
  }

  /** Who reads it then. */
  String willBeReadBy(String readers) {
    return say("announced.read-by", Map.of("readers", readers)) + "\n";
  }

  String yourPost() {
    return say("your-post");
  }

  String whyDecides() {
    return "\n" + say("why.decides");
  }

  String whyWrote() {
    return "\n" + say("why.wrote");
  }

  String whyAuthor() {
    return "\n" + say("why.author");
  }

  String lastToday() {
    return "\n" + say("last-today") + "\n";
  }

  /** What somebody is asked about: who wrote it, where to, and all of why it waits. */
  String waits(String sender, String address, List<Message> reasons) {
    return say("waits", Map.of("sender", sender, "address", address)) + "\n\n" + bullets(reasons);
  }

  String stillWaits(int days) {
    return PHRASES.say(language, "still", Map.of("n", days)) + "\n\n";
  }

  /** The letter itself, each line marked, so that none of it passes for words of ours. */
  String shown(String subject, String text) {
    boolean cut = text.length() > MAX_SHOWN_CHARS;
    String shown = cut ? text.substring(0, end(text, MAX_SHOWN_CHARS)) : text;
    return "\n  | "
        + say("subject", Map.of("subject", subject))
        + "\n  |\n"
        + shown.strip().lines().map(l -> "  | " + l).collect(Collectors.joining("\n"))
        + (cut ? "\n  | " + say("cut") + "\n" : "\n");
  }

  /** The files of a letter, by name and size; nothing if it has none. */
  String files(@Nullable EntryLetter letter) {
    List<EntryLetter.Attachment> files = letter == null ? List.of() : letter.attachments();
    return files.isEmpty()
        ? ""
        : "\n  | "
            + say("files")
            + "\n"
            + files.stream()
                .map(
                    f ->
                        "  |   "
                            + HeaderText.clean(f.name())
                            + " ("
                            + LocalFormats.bytes(language, f.size())
                            + ")\n")
                .collect(Collectors.joining());
  }

  private static int end(String text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  String decide(Hold hold, String readers, String link) {
    return "\n"
        + say(
            "decide" + kind(hold),
            Map.of("readers", readers, "day", day(hold.expires()), "page", link))
        + "\n";
  }

  /** Of what could not be read something else is said: nobody knows who would read it. */
  private static String kind(Hold hold) {
    UnreadLetter unread = hold.unread();
    return unread == null ? "" : unread.isReadable() ? ".unread" : ".given-up";
  }

  String wasItYou(String address, List<Message> reasons, Instant until, String link) {
    return say(
        "was-it-you",
        Map.of("address", address, "reasons", bullets(reasons), "page", link, "day", day(until)));
  }

  String isItRight(String address, List<Message> reasons, Instant until, String link) {
    return say(
        "is-it-right",
        Map.of("address", address, "reasons", bullets(reasons), "page", link, "day", day(until)));
  }

  /** Who reads it once its author says that it is to go. */
  String wouldBeReadBy(String readers) {
    return say("is-it-right.read-by", Map.of("readers", readers)) + "\n";
  }

  /** How to decide by mail. No line here decides anything when it is quoted. */
  String byMail(Hold hold, String to, String code) {
    return "\n" + say("by-mail" + kind(hold)) + code(to, code);
  }

  /** Who reads a draft once it is published. */
  String draftReadBy(String readers) {
    return say("draft.read-by", Map.of("readers", readers));
  }

  /** Where its files are opened before anything is said about it. */
  String draftFiles(String link) {
    return say("draft.files") + "\n" + link;
  }

  /** How another liaison says by mail whether they stand by a draft. */
  String draftByMail(String to, String code) {
    return say("draft.by-mail") + "\n" + code(to, code);
  }

  /** How to say by mail that one wrote a letter. */
  String sayYes(String to, String code) {
    return "\n" + say("say-yes") + code(to, code);
  }

  private String code(String to, String code) {
    return "\n" + say("code", Map.of("code", code, "address", to));
  }

  /** How the person who wrote a letter takes it back by mail. */
  public String withdraw(String code) {
    return "\n" + say("withdraw", Map.of("code", code));
  }

  /** To the person who answered a question with something that decides nothing. */
  public String decidedNothing(List<Message> reasons) {
    return say("decided-nothing") + "\n\n" + bullets(reasons);
  }

  /** To those who were asked: there is nothing left to decide. */
  String settled(HeldMessageNotices news, String who, String sender) {
    HeldMessageNotices.What what = news.what();
    String address = news.hold().address();
    return switch (what) {
      case READ_AGAIN ->
          say("settled.unread", Map.of("who", who, "sender", sender, "address", address));
      case APPROVED, REFUSED, DISCARDED, WITHDRAWN, EXPIRED ->
          say("settled." + what, Map.of("who", who, "sender", sender, "address", address));
      case HELD, REMINDED -> throw new IllegalArgumentException("that is a question");
    };
  }

  String nothingLeft() {
    return "\n\n" + say("nothing-left") + "\n";
  }

  /** What the person who decided wrote with it, or the rule that did. */
  String noted(Event event) {
    String note = note(event);
    return note.isEmpty() ? "" : "\n\n" + say("noted") + "\n\n" + note;
  }

  /** What was said with a decision: a rule in this language, and words of a person as they are. */
  public String note(Event event) {
    String note = HeldMessageNotices.note(event).strip();
    return isByRule(event) ? Messages.kept(language, HeldMessageNotices.reason(event), note) : note;
  }

  private static boolean isByRule(Event event) {
    return HeldMessageNotices.reason(event) != null
        || LegacyReasons.isWordingOf(
            ModerationSettings.LEFT, HeldMessageNotices.note(event).strip());
  }

  /** To the person who wrote it in the browser. */
  String yours(HeldMessageNotices.What what, String address, String said) {
    return switch (what) {
      case APPROVED -> say("post.approved", Map.of("address", address)) + "\n";
      case REFUSED -> say("post.turned", Map.of("address", address)) + said;
      case DISCARDED -> say("post.turned", Map.of("address", address)) + "\n";
      case WITHDRAWN -> say("post.taken-back", Map.of("address", address)) + "\n";
      case EXPIRED -> say("post.late", Map.of("address", address)) + "\n";
      case READ_AGAIN -> throw new IllegalArgumentException("that came by mail");
      case HELD, REMINDED -> throw new IllegalArgumentException("that is a question");
    };
  }

  /** To the person who wrote it by mail: it waits. */
  public String received(String address) {
    return say("letter.received", Map.of("address", address)) + "\n";
  }

  /**
   * To the person who wrote it by mail: it is not posted.
   *
   * @param said why, see {@link #said}; empty if that is not told
   */
  public String turnedAway(String address, String said) {
    return say("letter.turned", Map.of("address", address)) + (said.isEmpty() ? "\n" : said);
  }

  /** To its author: it could not be done when its time came. */
  String undoable(String address, Event event) {
    return say("post.turned", Map.of("address", address)) + "\n\n* " + note(event) + "\n";
  }

  /** To the person who wrote it by mail: nobody decided. */
  public String tooLate(String address) {
    return say("letter.late", Map.of("address", address)) + "\n";
  }

  /** To the person who wrote it by mail: as they asked. */
  public String takenBack(String address) {
    return say("letter.taken-back", Map.of("address", address)) + "\n";
  }

  /** Why it is not posted: the words of the convenors as theirs, and a rule as nobody's words. */
  public String said(Event event) {
    String note = note(event);
    if (note.isEmpty()) {
      return "\n";
    }
    return isByRule(event)
        ? "\n\n* " + note + "\n"
        : "\n\n" + say("they-say") + "\n\n" + note + "\n";
  }

  /** Why it waits or was refused, a line each. */
  public String bullets(List<Message> reasons) {
    return reasons.stream()
        .map(r -> "* " + Messages.say(language, r).strip() + "\n")
        .collect(Collectors.joining());
  }
}
