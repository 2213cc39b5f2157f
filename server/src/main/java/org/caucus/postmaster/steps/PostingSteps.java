package org.caucus.postmaster.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.letters.Intent;
import org.caucus.lists.MailContent.Waits;
import org.caucus.members.Invitation;
import org.caucus.moderation.HoldCodes;
import org.caucus.postmaster.answers.CalendarAnswer;
import org.caucus.postmaster.answers.SignedWord;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.ReplyTo;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.arrival.Words;
import org.caucus.postmaster.brake.Brake;
import org.caucus.postmaster.brake.Misplaced;
import org.caucus.postmaster.brake.Wordless;
import org.caucus.postmaster.decisions.Decide;
import org.caucus.postmaster.decisions.Secret;
import org.caucus.postmaster.guards.ActionHead;
import org.caucus.postmaster.guards.Announced;
import org.caucus.postmaster.guards.ClosedPictures;
import org.caucus.postmaster.guards.Drafted;
import org.caucus.postmaster.guards.HeadLine;
import org.caucus.postmaster.guards.IssueLines;
import org.caucus.postmaster.guards.LostThread;
import org.caucus.postmaster.guards.OtherPlaces;
import org.caucus.postmaster.guards.Outsiders;
import org.caucus.postmaster.guards.PassedTickets;
import org.caucus.postmaster.guards.Quoting;
import org.caucus.postmaster.guards.SignedLetter;
import org.caucus.postmaster.guards.UpdateHead;
import org.caucus.postmaster.guards.Wish;
import org.caucus.postmaster.recalls.Recalls;
import org.caucus.postmaster.recalls.TakeBack;
import org.caucus.quotes.Quotes;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The steps every letter takes, in this order. */
public final class PostingSteps {
  private final List<Step> steps;
  private final Trust trust;

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
      Recalls recalls,
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
  public PostingSteps(AddressPlan plan, Trust trust, ReplyTo.Lookup answers, Quotes quotes) {
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

  /** The same, where nothing waits a minute unless a workspace chose that. */
  public PostingSteps(AddressPlan plan, Trust trust, Tickets tickets, Quotes quotes) {
    this(plan, trust, tickets, quotes, Waits.NONE);
  }

  /**
   * The steps of an installation with these addresses, this trust, these tickets.
   *
   * @param waits what waits a minute where a workspace did not choose
   */
  public PostingSteps(AddressPlan plan, Trust trust, Tickets tickets, Quotes quotes, Waits waits) {
    this.trust = trust;
    steps =
        List.of(
            new Loop(plan.domain()), // what has been here before would go round for ever
            new Automatic(), // a machine's letter is never posted and never answered
            new Secret(tickets.codes()), // anyone who read a code could pass for its holder
            new Decide(tickets.codes(), quotes, plan.domain()), // an answer with its code decides
            new ToMember(trust, tickets.members()), // what is for one member is no post
            new InvitationAnswer(tickets.invitations()), // no seat yet, and so no post
            new ServiceAddress(trust), // answers to what only sends, and letters to the convenors
            new TakeBack(tickets.recalls()), // an echo that is answered takes back what it echoes
            new ControlAddress(trust, tickets.subscriptions()), // orders are not posts
            new Duplicate(
                tickets.answers(),
                trust,
                plan), // a mail host that saw no 250 sends the same letter again
            new Sender(), // only seats that can read a place write there
            new HeadLine(), // a letter can ask for fewer readers in its first line
            new Aim(
                plan.domain(), tickets.answers()), // a new thread, or an answer and its audience
            new Once(trust), // what was done by this letter is not done again
            new CalendarAnswer(plan.domain()), // a calendar answers in its own words
            new SignedWord(), // what an office puts below a word is no part of it
            new LostThread(), // an answer that lost its threading must not widen its readers
            new UpdateHead(), // what else it asks of an update is understood, or nothing is
            new HeadLine.Below(), // a line that goes unread would do less than its author believes
            new IssueLines(), // and so what it asks of an issue
            new ActionHead(), // and of an action, of which it says who reads it
            new Wish(), // what it asks for is done, or nothing is
            new OtherPlaces(plan), // answers would go from one place to the other
            new Outsiders(plan), // anyone who answers to all would write to them as well
            new Wordless(), // what was sent by mistake opens nothing again
            new Misplaced(), // "unsubscribe" is said to a program, not to everybody
            new Drafted(), // a company speaks to everyone when it says so, not when a letter is
            // sent
            new Quoting(quotes), // what was said to fewer must not come along
            new Role(), // observers read along
            new Moderated(), // convenors chose to read some things first
            new SignedLetter(), // what cannot be changed hides nothing
            new ClosedPictures(), // a picture may tell where its author was
            new PassedTickets(plan.domain()), // a copy lets its reader in or out
            new Brake(), // a mail program that has gone astray goes to nobody
            new Authentication(trust), // a From line proves nothing
            new Announced(waits), // a subject is seen by its author before it acts for all
            new TextLimit()); // what is shown has a limit, the original is kept whole
  }

  /** Where the letter ends. */
  public Verdict judge(Arrival arrival) {
    Verdict verdict = taken(arrival);
    Incoming incoming = arrival.incoming();
    return trust.isDenied(incoming) ? denied(verdict, Words.denial(incoming.origin())) : verdict;
  }

  /** With that its author is most likely another, so that nobody is answered. */
  private static Verdict denied(Verdict verdict, String why) {
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
          when v.intent() instanceof Intent.Orders o && Boolean.TRUE.equals(o.unproven()) ->
          new Verdict.Refuse(List.of(why));
      default -> verdict;
    };
  }

  private static List<String> and(List<String> reasons, String why) {
    return Stream.concat(reasons.stream(), Stream.of(why)).distinct().toList();
  }

  private Verdict taken(Arrival arrival) {
    Arrival now = arrival;
    for (Step step : steps) {
      switch (step.take(now)) {
        case Step.On on -> now = on.arrival();
        case Step.End end -> {
          return end.verdict();
        }
      }
    }
    return now.verdict();
  }
}
