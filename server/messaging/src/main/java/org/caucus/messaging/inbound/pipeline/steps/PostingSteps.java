package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalCounts;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.guards.ActionHead;
import org.caucus.messaging.inbound.pipeline.guards.AudienceHeaderLine;
import org.caucus.messaging.inbound.pipeline.guards.AudienceRequestCheck;
import org.caucus.messaging.inbound.pipeline.guards.CrossPostGuard;
import org.caucus.messaging.inbound.pipeline.guards.DraftUpdateGuard;
import org.caucus.messaging.inbound.pipeline.guards.IssueLines;
import org.caucus.messaging.inbound.pipeline.guards.LostThreadGuard;
import org.caucus.messaging.inbound.pipeline.guards.OpeningHead;
import org.caucus.messaging.inbound.pipeline.guards.OutsideRecipientsGuard;
import org.caucus.messaging.inbound.pipeline.guards.PictureMetadataGuard;
import org.caucus.messaging.inbound.pipeline.guards.ProxyAnswerGuard;
import org.caucus.messaging.inbound.pipeline.guards.QuoteLeakGuard;
import org.caucus.messaging.inbound.pipeline.guards.QuotedTicketRemoval;
import org.caucus.messaging.inbound.pipeline.guards.SignedLetterGuard;
import org.caucus.messaging.inbound.pipeline.guards.SubjectChangeGuard;
import org.caucus.messaging.inbound.pipeline.guards.UpdateHead;
import org.caucus.messaging.inbound.pipeline.loops.EmptyReplyGuard;
import org.caucus.messaging.inbound.pipeline.loops.MisdirectedCommandGuard;
import org.caucus.messaging.inbound.pipeline.loops.RepeatLoopGuard;
import org.caucus.messaging.inbound.pipeline.moderation.ModerationCodeLeakCheck;
import org.caucus.messaging.inbound.pipeline.moderation.ModerationReply;
import org.caucus.messaging.inbound.pipeline.recall.EchoRecalls;
import org.caucus.messaging.inbound.pipeline.recall.RecallByReply;
import org.caucus.messaging.inbound.pipeline.signed.CalendarAnswer;
import org.caucus.messaging.inbound.pipeline.signed.SignedReply;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The steps every letter takes, in this order. */
public final class PostingSteps {
  private final List<PipelineStep> steps;
  private final SenderTrust trust;
  private final ResolveTarget targets;
  private final RefusalCounts counts;

  /** Leads from a ticket of a member's address to that member. */
  @FunctionalInterface
  public interface Members {
    /** Whom a letter of this seat reaches there; empty if nobody. */
    Optional<SeatId> reached(String ticket, SeatId from, Workspace workspace);
  }

  /**
   * Whose mail of what.
   *
   * @param list its slug; empty for notices
   * @param order the order that stops it
   * @param thing whose notices alone are stopped; null for none in particular
   */
  public record Subscription(SeatId seat, String list, String order, @Nullable Ref thing) {}

  /** Leads from a ticket to the mail that it stops. */
  @FunctionalInterface
  public interface Subscriptions {
    /** Empty if it was not made here, or its seat has ended. */
    Optional<Subscription> open(String ticket, Workspace workspace);
  }

  /** What the tickets in addresses lead to. */
  public record Tickets(
      ReplyTo.Lookup answers,
      Members members,
      EchoRecalls recalls,
      Subscriptions subscriptions,
      Invitations invitations,
      HoldCodes codes) {}

  /** Leads from a ticket to the invitation that is answered there. */
  @FunctionalInterface
  public interface Invitations {
    /** Empty if it was not made here, or is not open any more. */
    Optional<Invitation> open(String ticket, Workspace workspace);
  }

  /** The same, where members have no addresses and no mail is stopped. */
  public PostingSteps(
      AddressPlan plan, SenderTrust trust, ReplyTo.Lookup answers, QuoteDetector quotes) {
    this(
        plan,
        trust,
        new Tickets(
            answers,
            (ticket, from, workspace) -> Optional.empty(),
            (ticket, workspace) -> Optional.empty(),
            (ticket, workspace) -> Optional.empty(),
            (ticket, workspace) -> Optional.empty(),
            HoldCodes.none()),
        quotes);
  }

  /** The steps of an installation with these addresses, this trust, these tickets. */
  public PostingSteps(AddressPlan plan, SenderTrust trust, Tickets tickets, QuoteDetector quotes) {
    this.trust = trust;
    this.targets =
        new ResolveTarget(
            plan.domain(), tickets.answers(), new ConversationPeople(plan, tickets.members()));
    steps =
        List.of(
            new Loop(plan.domain()), // what has been here before would go round for ever
            new Automatic(), // a machine's letter is never posted and never answered
            new ModerationCodeLeakCheck(
                tickets.codes()), // anyone who read a code could pass for its holder
            new ModerationReply(
                tickets.codes(), quotes, plan.domain()), // an answer with its code decides
            new MemberForwarding(
                plan, trust, tickets.members()), // what is for one member is no post
            new InvitationAnswer(tickets.invitations()), // no seat yet, and so no post
            new ServiceAddress(trust), // answers to what only sends, and letters to the convenors
            new RecallByReply(
                tickets.recalls()), // an echo that is answered takes back what it echoes
            new ControlAddress(trust, tickets.subscriptions()), // orders are not posts
            new Duplicate(
                tickets.answers(),
                trust,
                plan), // a mail host that saw no 250 sends the same letter again
            new Sender(), // only seats that can read a place write there
            new AudienceHeaderLine(), // a letter can ask for fewer readers in its first line
            targets, // a new thread, or an answer and its audience
            new ReplayGuard(trust), // what was done by this letter is not done again
            new CalendarAnswer(plan.domain()), // a calendar answers in its own words
            new SignedReply(), // what an office puts below a word is no part of it
            new LostThreadGuard(), // an answer that lost its threading must not widen its readers
            new UpdateHead(), // what else it asks of an update is understood, or nothing is
            new AudienceHeaderLine
                .Below(), // a line that goes unread would do less than its author believes
            new IssueLines(), // and so what it asks of an issue
            new ActionHead(), // and of an action, of which it says who reads it
            new OpeningHead(), // and of anything else that it opens
            new AudienceRequestCheck(), // what it asks for is done, or nothing is
            new CrossPostGuard(plan), // answers would go from one place to the other
            new OutsideRecipientsGuard(
                plan), // anyone who answers to all would write to them as well
            new EmptyReplyGuard(), // what was sent by mistake opens nothing again
            new MisdirectedCommandGuard(), // "unsubscribe" is said to a program, not to everybody
            new DraftUpdateGuard(), // a company speaks to everyone when it says so, not when a
            // letter is
            // sent
            new QuoteLeakGuard(quotes), // what was said to fewer must not come along
            new ReadOnlyRoleCheck(), // observers read along
            new ModerationCheck(), // convenors chose to read some things first
            new SignedLetterGuard(), // what cannot be changed hides nothing
            new PictureMetadataGuard(), // a picture may tell where its author was
            new QuotedTicketRemoval(plan.domain()), // a copy lets its reader in or out
            new RepeatLoopGuard(), // a mail program that has gone astray goes to nobody
            new Authentication(trust), // a From line proves nothing
            new SubjectChangeGuard(), // a subject is seen by its author before it acts for all
            new ProxyAnswerGuard(), // a ballot waits for nobody but its author
            new TextLimit()); // what is shown has a limit, the original is kept whole
    counts = new RefusalCounts(steps.stream().map(PostingSteps::name).toList());
  }

  /** A step's class in the way of metrics: {@code quote_leak_guard}. */
  private static String name(PipelineStep step) {
    String nested = step.getClass().getName();
    return nested
        .substring(nested.lastIndexOf('.') + 1)
        .replace("$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** Which steps refused letters. */
  public RefusalCounts counts() {
    return counts;
  }

  /**
   * Where a letter wants to go as far as its address alone says, for one that cannot be read; empty
   * where nothing is posted, or the ticket leads nowhere.
   */
  public Optional<MessageTarget> placeOf(Destination to, Workspace workspace) {
    return AddressPlan.isOfList(to.plain()) ? Optional.empty() : targets.placeOf(to, workspace);
  }

  /** Where the letter ends. */
  public Verdict judge(PipelineContext arrival) {
    Verdict verdict = taken(arrival);
    IncomingLetter incoming = arrival.incoming();
    return trust.isDenied(incoming)
        ? denied(verdict, RefusalMessages.denial(incoming.origin()))
        : verdict;
  }

  /** With that its author is most likely another, so that nobody is answered. */
  private static Verdict denied(Verdict verdict, Message why) {
    return switch (verdict) {
      case Verdict.Refuse v -> new Verdict.Refuse(and(v.reasons(), why), v.quiet());
      case Verdict.Hold v ->
          new Verdict.Hold(
              v.intent(),
              v.seat(),
              v.awaits(),
              v.text(),
              and(v.reasons(), why),
              v.audience(),
              v.unproven());
      case Verdict.Post v
          when v.intent() instanceof LetterOrders o && Boolean.TRUE.equals(o.unproven()) ->
          new Verdict.Refuse(List.of(why));
      default -> verdict;
    };
  }

  private static List<Message> and(List<Message> reasons, Message why) {
    return Stream.concat(reasons.stream(), Stream.of(why)).distinct().toList();
  }

  private Verdict taken(PipelineContext arrival) {
    PipelineContext now = arrival;
    for (PipelineStep step : steps) {
      switch (step.take(now)) {
        case PipelineStep.On on -> now = on.arrival();
        case PipelineStep.End end -> {
          counts.ended(end.verdict(), name(step));
          return end.verdict();
        }
      }
    }
    return now.verdict();
  }
}
