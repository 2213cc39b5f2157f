package org.caucus.messaging.inbound.pipeline;

import java.util.List;
import java.util.Set;
import org.caucus.coalition.moderation.SpoofingReasons;
import org.caucus.kernel.Message;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.platform.i18n.LegacyReasons;

/** Every sentence that people are told about a letter, in one place; none names what exists. */
public final class RefusalMessages {
  /** Held; the same for a stranger and for a member who may not write there. */
  public static final String STRANGER = Message.of("reasons.stranger").english();

  /** Held. */
  public static final String UNPROVEN = Message.of("reasons.unproven").english();

  /** Held. */
  public static final String ASKS_EVERYONE = Message.of("reasons.asks-everyone").english();

  /** Whether this is one of the reasons that stand in a log, in the words of any version. */
  public static boolean isAmong(List<String> kept, String reason) {
    return kept.stream().anyMatch(k -> LegacyReasons.isSame(k, reason));
  }

  /** What was found about the host a letter came from; nothing if nothing follows from it. */
  public static String of(AuthenticatedOrigin origin) {
    return switch (origin) {
      case UNKNOWN, SIGNED, SENT -> "";
      case LOOSE -> Message.of("reasons.origin-loose").english();
      case ELSEWHERE -> Message.of("reasons.origin-elsewhere").english();
      case UNSAID -> Message.of("reasons.origin-unsaid").english();
      case FORBIDDEN -> SpoofingReasons.HOST;
      case DISOWNED -> SpoofingReasons.POLICY;
      case OPEN -> Message.of("reasons.origin-open").english();
      case BROKEN -> Message.of("reasons.origin-broken").english();
      case UNANSWERED -> Message.of("reasons.origin-unanswered").english();
    };
  }

  /** Held. */
  public static final String SECOND = Message.of("reasons.second").english();

  /**
   * Why its author is most likely another, as the host it came from shows or one in front found.
   */
  public static String denial(AuthenticatedOrigin origin) {
    return origin == AuthenticatedOrigin.FORBIDDEN ? SpoofingReasons.HOST : SpoofingReasons.POLICY;
  }

  /** Reasons that leave open who wrote it. */
  public static final Set<String> ASKS_AUTHOR = Set.of(UNPROVEN, ASKS_EVERYONE, SECOND);

  /** Held. */
  public static final String OTHERS_TICKET = Message.of("reasons.others-ticket").english();

  /** Refused. */
  public static final String OTHERS_POLL = Message.of("reasons.others-poll").english();

  /** Held. */
  public static final String NARROWER = Message.of("reasons.narrower").english();

  /** Held. */
  public static final String WIDENED = Message.of("reasons.widened").english();

  /** Held. */
  public static final String CHANGES = Message.of("reasons.changes").english();

  /** Held: what opens something to more people is asked about, as it is in the browser. */
  public static final String OPENS = Message.of("reasons.opens").english();

  /** Held. */
  public static final String BESIDE_A_TITLE = Message.of("reasons.beside-a-title").english();

  /** Held. */
  public static final String LOST_THREAD = Message.of("reasons.lost-thread").english();

  /** Held. */
  public static final String QUOTES = Message.of("reasons.quotes").english();

  /** Held; the same for one who is not here and for one who cannot read this. */
  public static final String OUTSIDER = Message.of("reasons.outsider").english();

  /** Held. */
  public static final String TWO_PLACES = Message.of("reasons.two-places").english();

  /** Refused: the same to the person who may not, and for whom there is nobody. */
  public static final String NO_MEMBER = Message.of("reasons.no-member").english();

  /** Refused. */
  public static final String NOT_PROVEN = Message.of("reasons.not-proven").english();

  /** Refused. */
  public static final String UNKNOWN_AUDIENCE =
      "Its first line asks for an audience in words that are not known here, so nothing was posted."
          + " Known are: Audience: everyone; civil society; with COMPANY; only COMPANY; or people"
          + " by their names, with commas between them.";

  /** Refused. */
  public static final String TWO_AUDIENCES = Message.of("reasons.two-audiences").english();

  /** Refused. */
  public static final String AUDIENCE_BELOW = Message.of("reasons.audience-below").english();

  /** Refused. */
  public static final String LINES_BELOW = Message.of("reasons.lines-below").english();

  /** Refused; the reason follows. */
  public static final String AUDIENCE_REFUSED = Message.of("reasons.audience-refused").english();

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_WRONGLY = Message.of("reasons.asks-wrongly").english();

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_UPDATE_WRONGLY =
      Message.of("reasons.asks-wrongly-of-update").english();

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_COURSE_WRONGLY =
      Message.of("reasons.asks-course-wrongly").english();

  /** Refused; the same to the person who reads the update without being of its company. */
  public static final String OTHERS_COURSE = Message.of("reasons.others-course").english();

  /** Refused. */
  public static final String COURSE_FOR_ALL = Message.of("reasons.course-for-all").english();

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_ACTION_WRONGLY =
      Message.of("reasons.asks-wrongly-of-action").english();

  /** Its author is told, and it is posted a minute later. */
  public static final String ANNOUNCED = Message.of("reasons.announced").english();

  /** Its author is asked: so many changes are easily not their own. */
  public static final String MANY_ANNOUNCED = Message.of("reasons.many-announced").english();

  /** Refused. */
  public static final String ONLY_OF_AGENCY = Message.of("reasons.only-of-agency").english();

  /** Refused. */
  public static final String ONLY_OF_AGENDA = Message.of("reasons.only-of-agenda").english();

  /** Refused. */
  public static final String SAY_AUDIENCE =
      "It does not say who is to read the action, so nothing was planned. Say it in a line at the"
          + " head: Audience: everyone; civil society; with COMPANY; only COMPANY; or people by"
          + " their names, with commas between them.";

  /** Refused. */
  public static final String NAME_WHO_KNOWS = Message.of("reasons.name-who-knows").english();

  /** Refused. */
  public static final String OBSERVERS_PLAN_NOTHING =
      "Observers read along; they do not plan. Ask a convenor.";

  /** Refused. */
  public static final String PLANNED_UNREAD = Message.of("reasons.planned-unread").english();

  /** Refused. */
  public static final String WHICH_PLANNER = Message.of("reasons.which-planner").english();

  /** Refused; the same whether there is such an organisation or not. */
  public static final String NOT_YOUR_PLANNER = Message.of("reasons.not-your-planner").english();

  /** Refused; the same whether it answers nothing or what its sender cannot read. */
  public static final String ANSWERS_NO_ISSUE = Message.of("reasons.answers-no-issue").english();

  /** Refused. */
  public static final String VERB_NOT_HERE = Message.of("reasons.verb-not-here").english();

  /** Refused. */
  public static final String NO_STATE_YET = Message.of("reasons.no-state-yet").english();

  /** Refused. */
  public static final String TWO_STATES = Message.of("reasons.two-states").english();

  /** Held. */
  public static final String OBSERVER = "Observers read along; a convenor decides about this one.";

  /** Held. */
  public static final String DRAFT = Message.of("reasons.draft").english();

  /** Held. */
  public static final String UNPROCESSED = Message.of("reasons.unprocessed").english();

  /** Refused. */
  public static final String UNREAD = Message.of("reasons.unread").english();

  /** Held. */
  public static final String ENDED = Message.of("reasons.ended").english();

  /** Held. */
  public static final String SAME_AGAIN = Message.of("reasons.same-again").english();

  /** Held. */
  public static final String TOO_MANY = Message.of("reasons.too-many-letters").english();

  /** Held. */
  public static final String LIKE_A_MACHINES =
      "A header of this letter is one that programs write; letters of people have it, too. A"
          + " convenor looks first.";

  /** Held. */
  public static final String LIKE_AN_AWAY_MESSAGE =
      Message.of("reasons.like-an-away-message").english();

  /** Reasons that speak of what the sender can read and others may not: for the sender alone. */
  public static final Set<String> SENDERS_OWN =
      Set.of(NARROWER, WIDENED, CHANGES, OPENS, LOST_THREAD, QUOTES, OUTSIDER, TWO_PLACES);

  /** Refused; said to the mailbox alone, no matter who reads it now. */
  public static final String ENDED_ADDRESS = Message.of("reasons.ended-address").english();

  /** Refused; names no organisation, for it is kept where others may read it. */
  public static final String WHICH_SEAT = Message.of("reasons.which-seat").english();

  /** Refused; the same whether there is such an organisation or not. */
  public static final String NOT_YOUR_SEAT = Message.of("reasons.not-your-seat").english();

  /** Refused. */
  public static final String ONE_AUTHOR = Message.of("reasons.one-author").english();

  /** Refused. */
  public static final String UPDATES_ONLY = Message.of("reasons.updates-only").english();

  /** Refused; the same for a stranger and for a member who may not write there. */
  public static final String MEMBERS_ONLY = Message.of("reasons.members-only").english();

  /** Refused. */
  public static final String SECRET = Message.of("reasons.secret").english();

  /** Its sender is asked. */
  public static final String PICTURES = Message.of("reasons.closed-pictures").english();

  /** Refused: it cannot be changed. */
  public static final String TICKETS = Message.of("reasons.tickets").english();

  /** Refused; its sender can read what it quotes. */
  public static final String OFF_RECORD = Message.of("reasons.off-record").english();

  /** Refused. */
  public static final String NO_WORD = Message.of("reasons.no-word").english();

  /** Refused; the same for none, for a forged one, and for one that was made for somebody else. */
  public static final String NO_CODE = Message.of("reasons.no-code").english();

  /** Refused. */
  public static final String MANY_CODES = Message.of("reasons.many-codes").english();

  /** Refused. */
  public static final String DECIDED = Message.of("reasons.decided").english();

  /** Refused. */
  public static final String DRAFT_DECIDED = Message.of("reasons.draft-decided").english();

  /** Refused. */
  public static final String NO_WORD_OF_DRAFT = Message.of("reasons.no-word-of-draft").english();

  /** Refused. */
  public static final String NOTE_QUOTES = Message.of("reasons.note-quotes").english();

  /** As {@link #NOTE_QUOTES}. */
  public static final String LONG_NOTE = Message.of("reasons.long-note").english();

  /** Refused. */
  public static final String OTHER_EVENT = Message.of("reasons.other-event").english();

  /** Refused. */
  public static final String UNREAD_CALENDAR = Message.of("reasons.unread-calendar").english();

  /** Refused. */
  public static final String OTHER_TIME = Message.of("reasons.other-time").english();

  /** Refused. */
  public static final String MOVED_EVENT = Message.of("reasons.moved-event").english();

  /** Refused. */
  public static final String OTHER_ATTENDEE = Message.of("reasons.other-attendee").english();

  /** Refused. */
  public static final String PASSED_ON = Message.of("reasons.passed-on").english();

  /** Refused; the same for a stranger, and for a member who cannot read what it is about. */
  public static final String NOT_INVITED = Message.of("reasons.not-invited").english();

  /** Refused; the same for a forged, an expired and an unreadable one. */
  public static final String TICKET = Message.of("reasons.ticket").english();

  /** Refused; the same for a forged ticket and for that of somebody else's post. */
  public static final String NO_RECALL = Message.of("reasons.no-recall").english();

  /** Refused. */
  public static final String SAY_RECALL = Message.of("reasons.say-recall").english();

  /** Refused. */
  public static final String MISPLACED =
      "It says nothing but a word by which people choose their mail, so it was shown to nobody. To"
          + " get no more mail of a list, write leave to the list's address with +control before"
          + " the @, as in list+control; help there shows what else can be asked. If you mean it as"
          + " a post, say it in a sentence.";

  /** Refused. */
  public static final String NOTHING_HERE = Message.of("reasons.nothing-here").english();

  /** Refused; the same for a stranger, and for a member who cannot read the list. */
  public static final String NO_ORDERS = Message.of("reasons.no-orders").english();

  /** Refused, once for each letter. */
  public static final String DONE_ONCE = Message.of("reasons.done-once").english();

  /** Refused. */
  public static final String NO_REPLY = Message.of("reasons.no-reply").english();

  /** Refused. */
  public static final String BY_INVITATION = Message.of("reasons.by-invitation").english();

  /** Refused. */
  public static final String WHICH_LIST = Message.of("reasons.which-list").english();

  /** Refused. */
  public static final String NO_OWNER = Message.of("reasons.no-owner").english();

  /** Refused. */
  public static final String OWNER_FULL = Message.of("reasons.owner-full").english();

  /** Refused. */
  public static final String NO_INVITATION = Message.of("reasons.no-invitation").english();

  /** Refused. */
  public static final String INVITED_ELSEWHERE = Message.of("reasons.invited-elsewhere").english();

  /** Refused. */
  public static final String SAY_ACCEPT = Message.of("reasons.say-accept").english();

  /** Refused. */
  public static final String ACCEPT_BY_PASSKEY = Message.of("reasons.accept-by-passkey").english();

  /** Refused; the same for a forged one and for one whose seat has ended. */
  public static final String NO_SUBSCRIPTION = Message.of("reasons.no-subscription").english();

  /** Dropped. */
  public static final String BOUNCE = "a bounce to a return path";

  /** Dropped. */
  public static final String UNSUBSCRIBED = "this mail is stopped already";

  /** Dropped. */
  public static final String LOOP = "it has been here before: a loop";

  /** Dropped; the kind of machine follows. */
  public static final String AUTOMATIC = "written by a machine: ";

  /** Dropped. */
  public static final String DUPLICATE = "the same letter is here already";

  /** Stands below a text that was cut. */
  public static final String CUT =
      "\n\n[This letter is longer than can be shown. Its original is kept whole.]";

  private RefusalMessages() {}
}
