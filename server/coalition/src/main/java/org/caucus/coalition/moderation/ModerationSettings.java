package org.caucus.coalition.moderation;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.ThreadDecider;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What convenors chose about who is asked before something is posted, immutable.
 *
 * @param rules of lists that have other than the usual ones
 * @param stopped slugs of lists on which a convenor reads everything first
 * @param seats whose every word a convenor reads first
 */
public record ModerationSettings(
    PMap<String, Rule> rules, PSet<String> stopped, PSet<String> seats) {
  /** Why a letter waits. */
  public static final Message SEAT = Message.of("reasons.moderated-seat");

  /** Why a letter waits. */
  public static final Message LIST = Message.of("reasons.moderated-list");

  /** Why a reply waits. */
  public static final Message LOCKED = Message.of("reasons.locked-thread");

  /** Why a letter waits. */
  public static final Message SIGNED = Message.of("reasons.signed-letter");

  /** Why a letter was refused that its sender was to confirm. */
  public static final Message LEFT = Message.of("reasons.left");

  /** What becomes of letters from people who cannot write on a list. */
  public enum Strangers {
    /** A convenor is asked. */
    HOLD,
    /** They are refused, and told. */
    REFUSE
  }

  /** What shows that a letter was written by the member whose address it names. */
  public enum Proof {
    /** A signature of the author's domain, or the word of a mail host this installation lists. */
    SIGNATURE_OR_HOST,
    /** Only a signature that is checked here; no mail host's word. */
    SIGNATURE,
    /** Nothing: every author is asked each time. */
    ASK
  }

  /** What holds for one list. */
  public record Rule(Strangers strangers, Proof proof) {
    /** Until a convenor chooses. */
    public static final Rule USUAL = new Rule(Strangers.HOLD, Proof.SIGNATURE_OR_HOST);

    /** Of conversations: a convenor who is not in one is asked about none of its letters. */
    static final Rule CONVERSATIONS = new Rule(Strangers.REFUSE, Proof.SIGNATURE_OR_HOST);
  }

  /** Nothing but the usual. */
  public static ModerationSettings none() {
    return new ModerationSettings(
        PersistentMap.empty(), HashTreePSet.empty(), HashTreePSet.empty());
  }

  /** What holds for a list. */
  public Rule rule(String list) {
    return list.equals(MailingList.CONVERSATIONS.slug())
        ? Rule.CONVERSATIONS
        : rules.getOrDefault(list, Rule.USUAL);
  }

  /** Whether a convenor reads first whatever is said on this list. */
  public boolean isStopped(String list) {
    return stopped.contains(list);
  }

  /** Whether a convenor reads first whatever this seat says. */
  public boolean isModerated(SeatId seat) {
    return seats.contains(seat.value());
  }

  ModerationSettings ruled(LetterEvent.ListRuled e) {
    return new ModerationSettings(
        rules.plus(e.list(), new Rule(e.strangers(), e.proof())), stopped, seats);
  }

  ModerationSettings stopped(LetterEvent.ListStopped e) {
    return new ModerationSettings(
        rules, e.on() ? stopped.plus(e.list()) : stopped.minus(e.list()), seats);
  }

  ModerationSettings moderated(LetterEvent.SeatModerated e) {
    String seat = e.seat().value();
    return new ModerationSettings(rules, stopped, e.on() ? seats.plus(seat) : seats.minus(seat));
  }

  /**
   * Why a convenor reads first what this seat says there; empty if none does. Anyone who decides
   * about a stopped list would decide about their own words, so they just say them.
   */
  public static List<Message> reasons(HeldLetters.Held state, MessageTarget intent, Seat seat) {
    ModerationSettings moderation = state.letters().moderation();
    List<Message> reasons = new ArrayList<>();
    MailedTarget<?, ?> target = state.mail(intent);
    if (!target.isModerated() || isInConversation(state, intent)) {
      return List.of(); // nobody else reads it, or nobody who is not in the conversation
    }
    if (moderation.isModerated(seat.id())) {
      reasons.add(SEAT);
    }
    boolean stopped =
        target.list().filter(moderation::isStopped).isPresent() && seat.role() != Role.CONVENOR;
    if (stopped) {
      reasons.add(LIST);
    }
    if (isLocked(state, intent, seat)) {
      reasons.add(LOCKED);
    }
    return List.copyOf(reasons);
  }

  /** Whether it goes to named people without a list: no convenor decides there about others. */
  public static boolean isInConversation(HeldLetters.Held state, MessageTarget intent) {
    return state.mail(intent).list().filter(MailingList.CONVERSATIONS.slug()::equals).isPresent();
  }

  private static boolean isLocked(HeldLetters.Held state, MessageTarget intent, Seat seat) {
    return intent instanceof LetterReply reply
        && reply.parent().kind() == Ref.Kind.THREAD
        && state.lists().thread(reply.parent().id()).stream()
            .map(t -> state.lists().whereTo(t, state.entries(), reply.answers()))
            .anyMatch(thread -> ThreadDecider.isLocked(state, thread, seat.id()));
  }
}
