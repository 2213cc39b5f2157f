package org.caucus.messaging.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.mailcommands.headers.IgnoredLines;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.messaging.notifications.moderation.HoldMessages;
import org.caucus.messaging.notifications.replies.Readership;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything notices say, in one place; the sentences are in {@code words/notices.*}. */
record NoticeMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");
  private static final String ANSWER = "Re: ";

  static final String VIA = " via ";

  /** Between two happenings of one thing. */
  static final String NEXT = "\n\n- - -\n\n";

  /** The page on which one chooses what comes by mail. */
  static final String CHOICES = "my-mail";

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  private String day(LocalDate day) {
    return LocalFormats.day(language, day);
  }

  String echoSubject() {
    return say("echo.subject");
  }

  /** To the person who posted by mail: who reads it, and nothing of what it says. */
  String echo(String audience, String organisations, String recall, String link, boolean answers) {
    String way = say(answers ? "echo.recallable" : "echo.over");
    return say(
        "echo",
        Map.of(
            "audience",
            audience,
            "organisations",
            organisations,
            "recall",
            recall,
            "link",
            link,
            "answers",
            way));
  }

  /** To the person who opened an issue by mail. */
  String echoOpened(String label) {
    return say("echo.opened", Map.of("issue", label));
  }

  /** To the person who changed one by mail. */
  String echoIssueStands(String label) {
    return say("echo.issue", Map.of("issue", label));
  }

  /** To the person who planned or changed an action by mail. */
  String echoActionStands() {
    return say("echo.action");
  }

  /** What an issue has to do with another thing, said of the issue. */
  String related(Relation.Kind kind, String other) {
    return say("related." + kind, Map.of("other", other));
  }

  /** What it has to do with another thing, and now has not. */
  String unrelated(String related) {
    return say("unrelated", Map.of("related", related));
  }

  /** To which address one writes whether one comes. */
  String echoComes(String address) {
    return say("echo.comes", Map.of("address", address));
  }

  /** Which lines were posted as words, and how they are obeyed. */
  String echoKept(IgnoredLines kept) {
    String first = kept.keys().getFirst().toLowerCase(Locale.ROOT);
    return say(
        "echo.kept", Map.of("lines", LocalFormats.list(language, kept.keys()), "first", first));
  }

  /** At which address its author says what becomes of an update, and how. */
  String echoUpdate(String address) {
    return say("echo.update", Map.of("address", address));
  }

  String echoEmbargo(ZonedDateTime until, String audience) {
    String hour = LocalFormats.dayAndTime(language, until);
    return say("echo.embargo", Map.of("until", hour, "audience", audience));
  }

  String takenBackSubject() {
    return say("taken-back.subject");
  }

  /** To the person who took it back by mail. */
  String takenBack(String gone, String link) {
    String left =
        gone.isEmpty()
            ? say("taken-back.none-left")
            : say("taken-back.left", Map.of("names", gone));
    return say("taken-back", Map.of("left", left, "link", link));
  }

  /** How to take a post back, and what of it is in mailboxes by then. */
  String takeBack(String link, Instant until, MailContent.Waits waits) {
    String second = LocalFormats.time(language, until.atZone(ZoneId.of("UTC")));
    return say(
        "take-back", Map.of("until", second, "link", link, "copies", say("take-back." + waits)));
  }

  String staysChanged(String label) {
    return say("take-back.stays", Map.of("issue", label));
  }

  /** Where what is told does not have the same readers throughout. */
  String severalAudiences() {
    return say("several-audiences");
  }

  /** Several happenings in one letter, and within which time they came. */
  String several(int many, Duration within) {
    int minutes = Math.toIntExact(Math.max(1, within.plusSeconds(59).toMinutes()));
    return say("several", Map.of("n", many, "time", say("minutes", Map.of("n", minutes))));
  }

  /** Subject of a letter that tells of several things. */
  String changesSubject(String who, int things) {
    return say("changes.subject", Map.of("n", things, "who", who));
  }

  /** Its first line. */
  String changes(String who, int things) {
    return say("changes", Map.of("n", things, "who", who));
  }

  /** Its end. */
  String changesFoot(boolean answerable, String readers, String why) {
    return "\n"
        + say(
            answerable ? "changes.foot" : "changes.foot-page",
            Map.of("readers", readBy(readers), "why", why));
  }

  String readBy(String audience) {
    return say("read-by", Map.of("audience", audience));
  }

  String digestSubject(String workspace, int many, LocalDate day) {
    return say("digest.subject", Map.of("n", many, "workspace", workspace, "day", day(day)));
  }

  String moreNotices(int more, String link) {
    return say("more", Map.of("n", more, "link", link));
  }

  String withheldNotices(int many, String link) {
    return say("withheld", Map.of("n", many, "link", link));
  }

  String missed(boolean tried, LocalDate day, int code) {
    return say(tried ? "missed.tried" : "missed.refused", Map.of("day", day(day), "reply", code));
  }

  String digestFoot(String choices) {
    return "\n" + say("digest.foot", Map.of("choices", choices));
  }

  /** Whose words they are, where they ask a company something, and when. */
  String asks(String who, String company, LocalDate at) {
    return say("asks", Map.of("who", who, "company", company, "day", day(at)));
  }

  /** To those who may answer a question. */
  String answerQuestion() {
    return say("answer-question");
  }

  /** Somebody without a seat wrote it, and a convenor posted it. */
  String letIn(String author, String convenor) {
    return say("let-in", Map.of("author", author, "convenor", convenor));
  }

  String wrote(String who) {
    return say("wrote", Map.of("who", who));
  }

  String audience(Members members, Audience audience, int readers) {
    return Readership.name(language, members, audience, readers);
  }

  /**
   * The words that are taken in answer to a notice; nothing where they would be posted.
   *
   * @param asks whether it is asked who comes
   * @param speaks whether its reader can say something for their organisation
   * @param own whether an update is of their own company
   */
  String hint(Ref thing, boolean asks, boolean speaks, boolean own) {
    return switch (thing.kind()) {
      case ISSUE, ACTION ->
          line(asks, "hint.action")
              + line(asks && speaks, "hint.organisation")
              + line(true, "hint");
      case UPDATE ->
          line(true, "hint")
              + line(speaks && own, "hint-own-update")
              + line(speaks && !own, "hint-update");
      case POLL -> line(true, "hint");
      default -> "";
    };
  }

  /** The words of one line that act on an issue or an action as it stands now. */
  String acts(Ref thing, boolean closed) {
    return switch (thing.kind()) {
      case ISSUE -> line(true, closed ? "acts.closed" : "acts.open");
      case ACTION -> line(true, closed ? "acts.closed" : "acts.action");
      default -> "";
    };
  }

  /** To who may have meant a comment as an act. */
  String echoWord(String word) {
    return say("echo.word", Map.of("word", word));
  }

  private String line(boolean isSaid, String key) {
    return isSaid ? say(key) + "\n" : "";
  }

  /** Who reads a notice of the morning, and why it is among them. */
  String readAndWhy(String audience, NotificationReason kind) {
    return "    ("
        + readBy(audience)
        + ")\n    ("
        + say("here", Map.of("why", say("why." + kind)))
        + ")\n";
  }

  /** Where it is answered: the letter itself answers nothing. */
  String answerTo(Object address) {
    return say("answer-to", Map.of("address", address));
  }

  /** The end of every notice: who reads it, how to answer, and two lines of why it came. */
  String foot(boolean answerable, String link, String audience, String hints, String why) {
    return "\n"
        + say(
            answerable ? "foot" : "foot-page",
            Map.of("link", link, "readers", readBy(audience), "hints", hints, "why", why));
  }

  /** The rule by which a notice came, and where that is changed. */
  String why(NotificationReason kind, String choices) {
    return say("why", Map.of("why", say("why." + kind), "choices", choices));
  }

  String refused(String address, List<Message> reasons) {
    String told = new HoldMessages(language).bullets(reasons);
    return switch (address.replaceFirst("^[^+]*+", "").replaceFirst("[.@].*", "")) {
      case "+t" -> say("refused.recall", Map.of("reasons", told));
      case "+r" -> say("refused.answer", Map.of("reasons", told));
      case "+m" -> say("refused.member", Map.of("reasons", told));
      case "+u" -> say("refused.stop", Map.of("reasons", told));
      default -> say("refused", Map.of("address", address, "reasons", told));
    };
  }

  String answerSubject(String subject) {
    if (subject.isBlank()) {
      return say("your-letter");
    }
    return subject.regionMatches(true, 0, ANSWER, 0, ANSWER.length()) ? subject : ANSWER + subject;
  }
}
