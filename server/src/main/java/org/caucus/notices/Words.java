package org.caucus.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.caucus.command.Ref;
import org.caucus.entries.Entry;
import org.caucus.lists.MailContent;
import org.caucus.members.Audience;
import org.caucus.members.Members;
import org.caucus.members.Organisation;
import org.caucus.wishes.Kind;
import org.jspecify.annotations.Nullable;

/** Everything notices say, in one place. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss (VV)", Locale.ENGLISH);

  /** Answers are quoted below this mark; mail programs leave it out when they quote. */
  private static final String SIGNATURE = "\n-- \n";

  private Words() {}

  static final String VIA = " via ";

  static final String ECHO_SUBJECT = "Posted: who can read your letter";

  /** To whoever posted by mail: who reads it, and nothing of what it says. */
  static String echo(
      String audience, String organisations, String recall, String link, boolean answers) {
    return "Your letter is posted. Who reads it: "
        + audience
        + "\n\n"
        + organisations
        + "\n\n"
        + recall
        + "It stands at\n"
        + link
        + SIGNATURE
        + "You get this because you posted by mail. "
        + (answers
            ? "An answer to it can take your letter back, and reaches nobody."
            : "An answer to it does not reach anybody.");
  }

  static final String TAKEN_BACK_SUBJECT = "Taken back";

  /** To whoever took it back by mail. */
  static String takenBack(String gone, String link) {
    return "Your letter is taken back: only you can read it now. Letters that had not left are"
        + " stopped.\n\n"
        + (gone.isEmpty()
            ? "No letter of it had left."
            : "These had left for mailboxes, and do not come back:\n\n" + gone)
        + "\n\nIt stands at\n"
        + link
        + SIGNATURE
        + "You get this because you asked for it. An answer to it does not reach anybody.";
  }

  /** How to take a post back, and what of it is in mailboxes by then. */
  static String takeBack(String link, Instant until, MailContent.Waits waits) {
    return "Not what you meant? You can take it back until "
        + SECOND.format(until.atZone(ZoneId.of("UTC")))
        + ", here:\n"
        + link
        + "\nor by answering this with the word recall on a line of its own."
        + "\nThen only you can read it. "
        + switch (waits) {
          case NONE -> "Letters that have left by then do not come back.";
          case ACROSS -> "Letters to the other side do not leave before that.";
          case ALL -> "No letter of it leaves before that.";
        }
        + "\n\n";
  }

  static String opened(String who, String label) {
    return who + " opened " + label + ".";
  }

  static String closed(String who, String label, String as) {
    return who + " closed " + label + " as " + as + ".";
  }

  static String reopened(String who, String label) {
    return who + " reopened " + label + ".";
  }

  static String editedIssue(String who, String label) {
    return who + " changed " + label + ".";
  }

  /** What was attached in the browser: a notice names it, the page has it. */
  static String files(List<Entry.Attached> files) {
    return files.isEmpty()
        ? ""
        : "\n\nOn the page:\n"
            + files.stream()
                .map(f -> "  " + f.name() + " (" + Math.ceilDiv(f.size(), 1_000) + " kB)")
                .collect(Collectors.joining("\n"));
  }

  /** Where what is told does not have the same readers throughout. */
  static final String SEVERAL_AUDIENCES = "as said above, part by part";

  /** Between two happenings of one thing. */
  static final String NEXT = "\n\n- - -\n\n";

  /** Several happenings in one letter, and within which time they came. */
  static String several(int many, Duration within) {
    long minutes = Math.max(1, within.plusSeconds(59).toMinutes());
    return many
        + " things happened within "
        + (minutes == 1 ? "a minute" : minutes + " minutes")
        + ":";
  }

  static String readBy(String audience) {
    return "Who reads this: " + audience;
  }

  static String digestSubject(String workspace, int many, LocalDate day) {
    return workspace + ": " + (many == 1 ? "1 notice, " : many + " notices, ") + DAY.format(day);
  }

  static String moreNotices(int more, String link) {
    return "And " + more + " more, which are not in this mail. Read on at\n" + link + "\n\n";
  }

  static String withheldNotices(int many, String link) {
    return (many == 1 ? "1 more is" : many + " more are")
        + " of a kind that is kept out of mail. Sign in to read:\n"
        + link
        + "\n\n";
  }

  static String digestFoot(String choices) {
    return SIGNATURE
        + "An answer to this letter does not reach anybody; answer on the pages.\n"
        + "You get this because you chose to hear of these kinds of things once a day. Choose"
        + " what comes by mail, and when:\n"
        + choices;
  }

  static String wrote(String who) {
    return who + " wrote:";
  }

  static String drafted(String who, String attribution) {
    return who
        + " drafted this update ("
        + attribution
        + "). Your company wants a second liaison to confirm it before it is published.";
  }

  static String heldBackTitle() {
    return "A scheduled update was not published";
  }

  static String heldBack(String why) {
    return "An update of your company was not published at its hour. " + why;
  }

  static String promisedBy(LocalDate day) {
    return "Promised by: " + day;
  }

  static String corrected(String who, String attribution) {
    return who + " corrected this update (" + attribution + "). It now says:";
  }

  static String staged(String who, String company, String stage) {
    return who + " says how far " + company + " is with this: " + stage + ".";
  }

  static String retracted(String who, String attribution) {
    return who
        + " took this update back ("
        + attribution
        + "). The company no longer stands by it.";
  }

  static String update(String who, String company, String attribution) {
    return who + " posted an update for " + company + " (" + attribution + ").";
  }

  static String passedOn(String who, String to) {
    return who + " passed this request on; it is with " + to + " now.";
  }

  static String provision(String provision) {
    return "Provision: " + provision;
  }

  static String due(Object date) {
    return "Due: " + date;
  }

  static String assigned(String names) {
    return "Assigned to: " + names;
  }

  static String state(Enum<?> state) {
    return "State: " + plain(state);
  }

  static String when(@Nullable Instant start, ZoneId zone) {
    return "When: " + (start == null ? "not decided yet" : TIME.format(start.atZone(zone)));
  }

  /** An enum constant as people say it. */
  static String plain(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String audience(Members members, Audience audience, int readers) {
    String name =
        switch (audience) {
          case Audience.Everyone a -> "Everyone";
          case Audience.CivilSociety a -> "Civil society";
          case Audience.WithCompany a -> "Civil society and " + company(members, a.company());
          case Audience.CompanyOnly a -> company(members, a.company()) + " only";
          case Audience.Named a -> "Named people";
        };
    return name + " · " + (readers == 1 ? "1 reader" : readers + " readers");
  }

  private static String company(Members members, String slug) {
    Organisation organisation = members.organisations().get(slug);
    return organisation == null ? slug : organisation.name();
  }

  /** What stands below every notice: how to answer, who reads it, why it came. */
  static String foot(String link, String audience, String why, String words) {
    return SIGNATURE
        + "Answer by replying to this mail, or at\n"
        + link
        + "\n"
        + readBy(audience)
        + "\n"
        + words
        + why;
  }

  /** The words that are taken in answer to a notice; nothing where they would be posted. */
  static String words(Ref thing) {
    return switch (thing.kind()) {
      case ISSUE, UPDATE, ACTION ->
          "Answer with the one word mute to hear no more of this, or follow to hear all of it.\n";
      default -> "";
    };
  }

  /** The page on which one chooses what comes by mail. */
  static final String CHOICES = "my-mail";

  /** The rule by which a notice came, and where that is changed. */
  static String why(Kind kind, String choices) {
    return "You get this because "
        + rule(kind)
        + ". Choose what comes by mail, and when:\n"
        + choices;
  }

  /** The rule by which somebody hears of something. */
  static String rule(Kind kind) {
    return switch (kind) {
      case DECISION -> "you may decide it";
      case ASSIGNED -> "it is yours to do";
      case NAMED -> "it was said to you by name";
      case REQUEST -> "it asks your organisation";
      case REPLY -> "it answers what you said or opened";
      case FOLLOWED -> "you take part in it";
      case NEW -> "it is new and you can read it";
      case CARE -> "you are a convenor";
    };
  }

  /** Who reads a notice of the morning, and why it is among them. */
  static String readAndWhy(String audience, Kind kind) {
    return "    (" + readBy(audience) + ")\n    (Here because " + rule(kind) + ")\n";
  }

  static String refused(String address, List<String> reasons) {
    return "Your letter to " + address + " was not posted.\n\n" + bullets(reasons);
  }

  static String answerSubject(String subject) {
    return subject.isBlank() ? "Your letter" : "Re: " + subject;
  }

  private static String bullets(List<String> reasons) {
    StringBuilder lines = new StringBuilder();
    reasons.forEach(r -> lines.append("* ").append(r).append('\n'));
    return lines.toString();
  }

  static String invitationSubject(String workspace) {
    return "Invitation to " + workspace;
  }

  static String invitation(
      String inviter, String workspace, String organisation, String link, Instant expires) {
    return inviter
        + " invites you to "
        + workspace
        + ", for "
        + organisation
        + ".\n\nIt is a closed workspace; only people who were invited can read in it. Join here:\n"
        + link
        + "\n\nThe invitation is for you alone, works once, and ends on "
        + TIME.format(expires.atZone(ZoneId.of("UTC")))
        + ".\nIf you did not expect it, do nothing.\n";
  }

  static String codeSubject(String code, SignInMail.Purpose purpose) {
    return code
        + switch (purpose) {
          case SIGN_IN -> " is your sign-in code";
          case CONFIRM -> " confirms that it is you";
          case ADDRESS -> " adds this address to an account";
        };
  }

  static String code(String code, Duration lifetime, SignInMail.Purpose purpose) {
    String what =
        switch (purpose) {
          case SIGN_IN -> "Your sign-in code is";
          case CONFIRM ->
              "Someone who is signed in as you asked to do something that needs your word. The code"
                  + " is";
          case ADDRESS ->
              "Someone who has an account here asked to add this mail address to it. The code is";
        };
    String ifNot =
        switch (purpose) {
          case SIGN_IN -> "If you did not ask for it, do nothing.\n";
          case CONFIRM ->
              "If it was not you, open your account page and end the\nother sessions.\n";
          case ADDRESS ->
              "If it was not you, do nothing, and give the\n"
                  + "code to nobody: whoever has it could write here in the name of this"
                  + " address.\n";
        };
    return what
        + "\n\n    "
        + code
        + "\n\nEnter it in the browser where you asked for it, within "
        + lifetime.toMinutes()
        + " minutes.\nNobody will ever ask you for it. "
        + ifNot;
  }

  static String mailOf(String name) {
    return "Mail to " + name;
  }

  static String mailComesBack(String name) {
    return "Mail to "
        + name
        + " came back on several days, and so did the letters that asked whether the address works."
        + "\nIt is held back now. Nothing is lost: everything stays readable in the browser.\n\n"
        + "They were told at their other addresses, if they have any. You may want to reach them"
        + " another way.\n";
  }

  static String mayHaveLeft(String name) {
    return "A mail system, or an answering machine, says that "
        + name
        + " has left. That may be a mistake; nothing was changed.\n\n"
        + "If it is so, hand the seat over or end it.\n";
  }
}
