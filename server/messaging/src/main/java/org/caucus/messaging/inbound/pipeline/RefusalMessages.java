package org.caucus.messaging.inbound.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.moderation.SpoofingReasons;
import org.caucus.kernel.Message;
import org.caucus.mail.auth.AuthenticatedOrigin;

/** Every sentence that people are told about a letter, in one place; none names what exists. */
public final class RefusalMessages {
  /** Held; the same for a stranger and for a member who may not write there. */
  public static final Message STRANGER = Message.of("reasons.stranger");

  /** Held. */
  public static final Message UNPROVEN = Message.of("reasons.unproven");

  /** Held. */
  public static final Message ASKS_EVERYONE = Message.of("reasons.asks-everyone");

  /** Whether this is one of the reasons that stand in a log. */
  public static boolean isAmong(List<Message> kept, Message reason) {
    return kept.stream().anyMatch(k -> k.code().equals(reason.code()));
  }

  /** What was found about the host a letter came from; empty if nothing follows from it. */
  public static Optional<Message> of(AuthenticatedOrigin origin) {
    return Optional.ofNullable(
        switch (origin) {
          case UNKNOWN, SIGNED, SENT -> null;
          case LOOSE -> Message.of("reasons.origin-loose");
          case ELSEWHERE -> Message.of("reasons.origin-elsewhere");
          case UNSAID -> Message.of("reasons.origin-unsaid");
          case FORBIDDEN -> SpoofingReasons.HOST;
          case DISOWNED -> SpoofingReasons.POLICY;
          case OPEN -> Message.of("reasons.origin-open");
          case BROKEN -> Message.of("reasons.origin-broken");
          case UNANSWERED -> Message.of("reasons.origin-unanswered");
        });
  }

  /** Held. */
  public static final Message SECOND = Message.of("reasons.second");

  /**
   * Why its author is most likely another, as the host it came from shows or one in front found.
   */
  public static Message denial(AuthenticatedOrigin origin) {
    return origin == AuthenticatedOrigin.FORBIDDEN ? SpoofingReasons.HOST : SpoofingReasons.POLICY;
  }

  /** Reasons that leave open who wrote it. */
  public static final Set<Message> ASKS_AUTHOR = Set.of(UNPROVEN, ASKS_EVERYONE, SECOND);

  /** Held. */
  public static final Message OTHERS_TICKET = Message.of("reasons.others-ticket");

  /** Refused. */
  public static final Message OTHERS_POLL = Message.of("reasons.others-poll");

  /** Refused. */
  public static final Message OTHERS_REVIEW = Message.of("reasons.others-review");

  /** Held. */
  public static final Message NARROWER = Message.of("reasons.narrower");

  /** Held. */
  public static final Message WIDENED = Message.of("reasons.widened");

  /** Held. */
  public static final Message CHANGES = Message.of("reasons.changes");

  /** Held: what opens something to more people is asked about, as it is in the browser. */
  public static final Message OPENS = Message.of("reasons.opens");

  /** Held. */
  public static final Message BESIDE_A_TITLE = Message.of("reasons.beside-a-title");

  /** Held. */
  public static final Message LOST_THREAD = Message.of("reasons.lost-thread");

  /** Held. */
  public static final Message QUOTES = Message.of("reasons.quotes");

  /** Held; the same for one who is not here and for one who cannot read this. */
  public static final Message OUTSIDER = Message.of("reasons.outsider");

  /** Held. */
  public static final Message TWO_PLACES = Message.of("reasons.two-places");

  /** Refused: the same to the person who may not, and for whom there is nobody. */
  public static final Message NO_MEMBER = Message.of("reasons.no-member");

  /** Refused. */
  public static final Message NOT_PROVEN = Message.of("reasons.not-proven");

  /** Refused. */
  public static final Message UNKNOWN_AUDIENCE = Message.of("reasons.unknown-audience");

  /** Refused. */
  public static final Message CONVERSATION_AUDIENCE = Message.of("reasons.conversation-audience");

  /** Refused; the same for one who is no member and for an address that is nobody's. */
  public static final Message CONVERSATION_OUTSIDER = Message.of("reasons.conversation-outsider");

  /** Refused. */
  public static final Message TWO_AUDIENCES = Message.of("reasons.two-audiences");

  /** Refused. */
  public static final Message AUDIENCE_BELOW = Message.of("reasons.audience-below");

  /** Refused. */
  public static final Message LINES_BELOW = Message.of("reasons.lines-below");

  /** Refused, by a rule. */
  public static Message audienceRefused(Message rule) {
    return Message.of("reasons.audience-refused", "rule", rule);
  }

  /** Refused, by a rule. Nothing of the letter stands in it. */
  public static Message asksWrongly(Message rule) {
    return Message.of("reasons.asks-wrongly", "rule", rule);
  }

  /** Refused, by a rule. Nothing of the letter stands in it. */
  public static Message asksUpdateWrongly(Message rule) {
    return Message.of("reasons.asks-wrongly-of-update", "rule", rule);
  }

  /** Refused, by a rule. Nothing of the letter stands in it. */
  public static Message asksCourseWrongly(Message rule) {
    return Message.of("reasons.asks-course-wrongly", "rule", rule);
  }

  /** Refused; the same to the person who reads the update without being of its company. */
  public static final Message OTHERS_COURSE = Message.of("reasons.others-course");

  /** Refused. */
  public static final Message COURSE_FOR_ALL = Message.of("reasons.course-for-all");

  /** Refused, by a rule. Nothing of the letter stands in it. */
  public static Message asksActionWrongly(Message rule) {
    return Message.of("reasons.asks-wrongly-of-action", "rule", rule);
  }

  /** Refused, by a rule. Nothing of the letter stands in it. */
  public static Message asksOpeningWrongly(Message rule) {
    return Message.of("reasons.asks-wrongly-of-opening", "rule", rule);
  }

  /** Its author is told, and it is posted a minute later. */
  public static final Message ANNOUNCED = Message.of("reasons.announced");

  /** Its author is asked: so many changes are easily not their own. */
  public static final Message MANY_ANNOUNCED = Message.of("reasons.many-announced");

  /** Refused. */
  public static final Message ONLY_OF_AGENCY = Message.of("reasons.only-of-agency");

  /** Refused. */
  public static final Message ONLY_OF_AGENDA = Message.of("reasons.only-of-agenda");

  /** Refused. */
  public static final Message SAY_AUDIENCE = Message.of("reasons.say-audience");

  /** Refused. */
  public static final Message NAME_WHO_KNOWS = Message.of("reasons.name-who-knows");

  /** Refused. */
  public static final Message OBSERVERS_PLAN_NOTHING = Message.of("reasons.observers-plan-nothing");

  /** Refused. */
  public static final Message PLANNED_UNREAD = Message.of("reasons.planned-unread");

  /** Refused. */
  public static final Message WHICH_PLANNER = Message.of("reasons.which-planner");

  /** Refused; the same whether there is such an organisation or not. */
  public static final Message NOT_YOUR_PLANNER = Message.of("reasons.not-your-planner");

  /** Refused; the same whether it answers nothing or what its sender cannot read. */
  public static final Message ANSWERS_NO_ISSUE = Message.of("reasons.answers-no-issue");

  /** Refused. */
  public static final Message VERB_NOT_HERE = Message.of("reasons.verb-not-here");

  /** Refused. */
  public static final Message NO_STATE_YET = Message.of("reasons.no-state-yet");

  /** Refused. */
  public static final Message TWO_STATES = Message.of("reasons.two-states");

  /** Refused. */
  public static final Message OBSERVERS_READ_CONVERSATIONS =
      Message.of("reasons.observers-read-conversations");

  /** Held. */
  public static final Message OBSERVER = Message.of("reasons.observer");

  /** Held. */
  public static final Message DRAFT = Message.of("reasons.draft");

  /** Held. */
  public static final Message UNPROCESSED = Message.of("reasons.unprocessed");

  /** Refused. */
  public static final Message UNREAD = Message.of("reasons.unread");

  /** Held. */
  public static final Message ENDED = Message.of("reasons.ended");

  /** Held. */
  public static final Message SAME_AGAIN = Message.of("reasons.same-again");

  /** Held. */
  public static final Message TOO_MANY = Message.of("reasons.too-many-letters");

  /** Held. */
  public static final Message LIKE_A_MACHINES = Message.of("reasons.like-a-machines");

  /** Held. */
  public static final Message LIKE_AN_AWAY_MESSAGE = Message.of("reasons.like-an-away-message");

  /** Reasons that speak of what the sender can read and others may not: for the sender alone. */
  public static final Set<Message> SENDERS_OWN =
      Set.of(NARROWER, WIDENED, CHANGES, OPENS, LOST_THREAD, QUOTES, OUTSIDER, TWO_PLACES);

  /** Refused; said to the mailbox alone, no matter who reads it now. */
  public static final Message ENDED_ADDRESS = Message.of("reasons.ended-address");

  /** Refused; names no organisation, for it is kept where others may read it. */
  public static final Message WHICH_SEAT = Message.of("reasons.which-seat");

  /** Refused; the same whether there is such an organisation or not. */
  public static final Message NOT_YOUR_SEAT = Message.of("reasons.not-your-seat");

  /** Refused. */
  public static final Message ONE_AUTHOR = Message.of("reasons.one-author");

  /** Refused. */
  public static final Message UPDATES_ONLY = Message.of("reasons.updates-only");

  /** Refused; the same for a stranger and for a member who may not write there. */
  public static final Message MEMBERS_ONLY = Message.of("reasons.members-only");

  /** Refused. */
  public static final Message SECRET = Message.of("reasons.secret");

  /** Its sender is asked. */
  public static final Message PICTURES = Message.of("reasons.closed-pictures");

  /** Refused: it cannot be changed. */
  public static final Message TICKETS = Message.of("reasons.tickets");

  /** Refused; its sender can read what it quotes. */
  public static final Message OFF_RECORD = Message.of("reasons.off-record");

  /** Refused. */
  public static final Message NO_WORD = Message.of("reasons.no-word");

  /** Refused; the same for none, for a forged one, and for one that was made for somebody else. */
  public static final Message NO_CODE = Message.of("reasons.no-code");

  /** Refused. */
  public static final Message MANY_CODES = Message.of("reasons.many-codes");

  /** Refused. */
  public static final Message DECIDED = Message.of("reasons.decided");

  /** Refused. */
  public static final Message DRAFT_DECIDED = Message.of("reasons.draft-decided");

  /** Refused. */
  public static final Message NO_WORD_OF_DRAFT = Message.of("reasons.no-word-of-draft");

  /** Refused. */
  public static final Message NOTE_QUOTES = Message.of("reasons.note-quotes");

  /** As {@link #NOTE_QUOTES}. */
  public static final Message LONG_NOTE = Message.of("reasons.long-note");

  /** Refused. */
  public static final Message OTHER_EVENT = Message.of("reasons.other-event");

  /** Refused. */
  public static final Message UNREAD_CALENDAR = Message.of("reasons.unread-calendar");

  /** Refused. */
  public static final Message OTHER_TIME = Message.of("reasons.other-time");

  /** Refused. */
  public static final Message MOVED_EVENT = Message.of("reasons.moved-event");

  /** Refused. */
  public static final Message OTHER_ATTENDEE = Message.of("reasons.other-attendee");

  /** Refused. */
  public static final Message PASSED_ON = Message.of("reasons.passed-on");

  /** Refused; the same for a stranger, and for a member who cannot read what it is about. */
  public static final Message NOT_INVITED = Message.of("reasons.not-invited");

  /** Refused; the same for a forged, an expired and an unreadable one. */
  public static final Message TICKET = Message.of("reasons.ticket");

  /** Refused; the same for a forged ticket and for that of somebody else's post. */
  public static final Message NO_RECALL = Message.of("reasons.no-recall");

  /** Refused. */
  public static final Message SAY_RECALL = Message.of("reasons.say-recall");

  /** Refused. */
  public static final Message MISPLACED = Message.of("reasons.misplaced");

  /** As {@link #MISPLACED}, where no list has an address at which it is left. */
  public static final Message MISPLACED_IN_CONVERSATION =
      Message.of("reasons.misplaced-in-conversation");

  /** Refused, by mail as on the page. */
  public static final Message LEFT = Message.of("you-left-this-conversation");

  /** Refused. */
  public static final Message NOTHING_HERE = Message.of("reasons.nothing-here");

  /** Refused; the same for a stranger, and for a member who cannot read the list. */
  public static final Message NO_ORDERS = Message.of("reasons.no-orders");

  /** Refused, once for each letter. */
  public static final Message DONE_ONCE = Message.of("reasons.done-once");

  /** Refused. */
  public static final Message NO_REPLY = Message.of("reasons.no-reply");

  /** Refused. */
  public static final Message BY_INVITATION = Message.of("reasons.by-invitation");

  /** Refused. */
  public static final Message WHICH_LIST = Message.of("reasons.which-list");

  /** Refused. */
  public static final Message NO_OWNER = Message.of("reasons.no-owner");

  /** Refused. */
  public static final Message OWNER_FULL = Message.of("reasons.owner-full");

  /** Refused. */
  public static final Message NO_INVITATION = Message.of("reasons.no-invitation");

  /** Refused. */
  public static final Message INVITED_ELSEWHERE = Message.of("reasons.invited-elsewhere");

  /** Refused. */
  public static final Message SAY_ACCEPT = Message.of("reasons.say-accept");

  /** Refused. */
  public static final Message ACCEPT_BY_PASSKEY = Message.of("reasons.accept-by-passkey");

  /** Refused; the same for a forged one and for one whose seat has ended. */
  public static final Message NO_SUBSCRIPTION = Message.of("reasons.no-subscription");

  /** Dropped. */
  public static final String BOUNCE = "a bounce to a return path";

  /** Dropped. */
  public static final String CONVERSED = "it goes to a conversation with this member";

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
