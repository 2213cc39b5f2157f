package org.caucus.messaging.inbound.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.moderation.Hold;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A letter at one address, on its way through the posting steps; immutable.
 *
 * @param writer whose address its author's is
 * @param seat from which it would be posted; null for a stranger to this place
 * @param intent where it wants to go, once a step found out
 * @param text its words
 * @param audience the narrower audience its first line asks for, or null
 * @param beside who else it says it went to
 * @param concerns what somebody must be asked about
 */
public record PipelineContext(
    IncomingLetter incoming,
    Destination to,
    Workspace workspace,
    Writer writer,
    @Nullable Seat seat,
    @Nullable MessageTarget intent,
    String text,
    @Nullable Audience audience,
    Addressees beside,
    List<Concern> concerns) {
  /** Characters that the steps read: more than are ever shown, so that what is shown is cut. */
  static final int MAX_CHARS = Post.MAX_TEXT_CHARS + 20_000;

  /** Something to ask about, and whom. */
  public record Concern(Hold.Awaits awaits, Message why) {}

  /**
   * Whose address a letter's author has.
   *
   * @param person who holds it; null if nobody does
   * @param former who held it last and has ended it, if nobody holds it now; else null
   */
  public record Writer(@Nullable String person, @Nullable String former) {
    /** Of an address that nobody here ever held. */
    public static final Writer NOBODY = new Writer(null, null);

    /** This person, by an address they hold. */
    public static Writer of(String person) {
      return new Writer(person, null);
    }
  }

  /** A copy that nobody else can change. */
  public PipelineContext {
    concerns = List.copyOf(concerns);
  }

  /** Before the first step. */
  public static PipelineContext of(
      IncomingLetter incoming,
      Destination to,
      Workspace workspace,
      Writer writer,
      Addressees beside) {
    String all = incoming.letter().text();
    String text = all.substring(0, Math.min(all.length(), MAX_CHARS));
    return new PipelineContext(
        incoming, to, workspace, writer, null, null, text, null, beside, List.of());
  }

  /** Known to come from this seat, if its author is who the letter says. */
  public PipelineContext from(Seat seat) {
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, text, audience, beside, concerns);
  }

  /** Known to want to go there. */
  public PipelineContext towards(MessageTarget intent) {
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, text, audience, beside, concerns);
  }

  /** With other words. */
  public PipelineContext saying(String text) {
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, text, audience, beside, concerns);
  }

  /** Asked by its own first line to reach fewer. */
  public PipelineContext narrowed(Audience wished, String rest) {
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, rest, wished, beside, concerns);
  }

  /** Who would read it, once it is known where it wants to go. */
  public Scope readers() {
    MessageTarget aim = Objects.requireNonNull(intent, "no step found where it wants to go");
    SeatId author = seat == null ? null : seat.id();
    MailedTarget<?, ?> target = workspace.mail(aim);
    Audience said = audience == null ? target.usual(author).orElse(null) : audience;
    Scope within = target.within();
    return said == null ? within : new Scope(said, null, within);
  }

  /** Somebody must be asked; once, however many steps find the same. */
  public PipelineContext asking(Hold.Awaits awaits, Message why) {
    Concern concern = new Concern(awaits, why);
    if (concerns.contains(concern)) {
      return this;
    }
    List<Concern> more = new ArrayList<>(concerns);
    more.add(concern);
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, text, audience, beside, more);
  }

  /** Of this nobody needs to be asked after all. */
  public PipelineContext settled(Message why) {
    List<Concern> others = concerns.stream().filter(c -> !c.why().equals(why)).toList();
    return new PipelineContext(
        incoming, to, workspace, writer, seat, intent, text, audience, beside, others);
  }

  /** Whether it may be what a program answered for a member: it orders nothing. */
  public boolean isLikeMachines() {
    return concerns().stream()
        .map(Concern::why)
        .anyMatch(
            w ->
                w.equals(RefusalMessages.LIKE_A_MACHINES)
                    || w.equals(RefusalMessages.LIKE_AN_AWAY_MESSAGE));
  }

  /** The id of its seat; null for a stranger. */
  public @Nullable SeatId seatId() {
    return seat == null ? null : seat.id();
  }

  /** Where it ends when no step ended it: posted, or held if there are concerns. */
  public Verdict verdict() {
    MessageTarget aim = Objects.requireNonNull(intent, "no step found where it wants to go");
    if (concerns.isEmpty()) {
      return new Verdict.Post(
          aim, Objects.requireNonNull(seat).id(), text, audience, readers().audience());
    }
    boolean own = concerns.stream().allMatch(c -> c.awaits() == Hold.Awaits.SENDER);
    List<Message> reasons = concerns.stream().map(Concern::why).toList();
    List<Message> theirs = reasons.stream().filter(RefusalMessages.SENDERS_OWN::contains).toList();
    if (!own && !workspace.mail(aim).isForConvenors()) {
      return new Verdict.Refuse(reasons);
    }
    if (!own && !theirs.isEmpty()) {
      // a convenor must not learn from a question what its sender reads and they do not
      return new Verdict.Refuse(theirs);
    }
    Hold.Awaits awaits = own ? Hold.Awaits.SENDER : Hold.Awaits.CONVENOR;
    boolean unproven = reasons.stream().anyMatch(RefusalMessages.ASKS_AUTHOR::contains);
    return new Verdict.Hold(aim, seatId(), awaits, text, reasons, audience, unproven);
  }
}
