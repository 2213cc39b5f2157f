package org.caucus.messaging.inbound.pipeline.moderation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.updates.drafts.DraftCommand.ConfirmDraft;
import org.caucus.coalition.updates.drafts.DraftCommand.ReturnDraft;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a letter that waits, or a draft, as its answer says. The code is the proof: it was
 * sent to the mailbox of one seat, is about one letter, and works once; but only in a letter from
 * an address of that seat's person. Whatever else comes here decides nothing, and its sender is
 * told why, in the same words whether there is such a letter or not.
 *
 * @param quotes finds in what a sender is told words that they cannot read
 * @param domain the mail domain here
 */
public record ModerationReply(HoldCodes codes, QuoteDetector quotes, String domain)
    implements PipelineStep {
  /** Characters of what the sender of a letter is told. */
  public static final int MAX_NOTE_CHARS = 2_000;

  @Override
  public Next take(PipelineContext arrival) {
    if (!arrival.to().detail().equals(HoldCodes.DETAIL)) {
      return PipelineStep.on(arrival);
    }
    Set<String> seen =
        codes
            .in(ModerationCodeLeakCheck.texts(arrival.incoming()), HoldCodes.MAX_TRIES)
            .orElse(Set.of());
    String subject = arrival.incoming().letter().subject();
    Optional<ModerationDecision> decision = ModerationDecision.in(subject, arrival.text(), domain);
    if (decision.isEmpty()) {
      return quietly(RefusalMessages.NO_WORD);
    }
    String beside = decision.get().code();
    if (beside.isEmpty() ? seen.size() != 1 : !seen.contains(beside)) {
      return quietly(
          seen.isEmpty() || !beside.isEmpty()
              ? RefusalMessages.NO_CODE
              : RefusalMessages.MANY_CODES);
    }
    String code = beside.isEmpty() ? seen.iterator().next() : beside;
    return decided(arrival, decision.get(), code);
  }

  private Next decided(PipelineContext arrival, ModerationDecision decision, String code) {
    Workspace state = arrival.workspace();
    Optional<HoldCodes.Drafted> draft = codes.draft(state, code);
    if (draft.isPresent()) {
      return agreed(arrival, draft.get(), decision, code);
    }
    Optional<Hold> hold = codes.hold(state, code);
    Optional<Holder> holder = hold.flatMap(h -> holder(arrival, h, code));
    if (hold.isEmpty() || holder.isEmpty()) {
      return quietly(RefusalMessages.NO_CODE);
    }
    if (!hold.get().open()) {
      return quietly(RefusalMessages.DECIDED);
    }
    if (isUnfit(decision.note())) {
      return quietly(RefusalMessages.LONG_NOTE);
    }
    if (carries(state, hold.get(), holder.get(), decision.note())) {
      return quietly(RefusalMessages.NOTE_QUOTES);
    }
    return command(hold.get(), holder.get(), decision)
        .<Next>map(c -> new End(new Verdict.Decide(holder.get().seat(), c)))
        .orElse(quietly(RefusalMessages.NO_WORD));
  }

  /** The sender may have no seat, and then reads nothing here. */
  private boolean carries(Workspace state, Hold hold, Holder holder, String note) {
    SeatId by = holder.seat();
    if (by == null || note.isEmpty()) {
      return false;
    }
    Audience told =
        hold.seat() == null ? Audience.named(List.of()) : Audience.named(List.of(by, hold.seat()));
    return quotes.find(state, by, Scope.place(told), List.of(note)).isPresent();
  }

  private boolean isUnfit(String note) {
    return note.length() > MAX_NOTE_CHARS || !codes.in(List.of(note)).isEmpty();
  }

  /** Another liaison says whether they stand by a draft of their company, as they were shown it. */
  private Next agreed(
      PipelineContext arrival, HoldCodes.Drafted about, ModerationDecision decision, String code) {
    Workspace state = arrival.workspace();
    Optional<SeatId> seat =
        seats(arrival).stream()
            .map(Seat::id)
            .filter(s -> codes.isOfDraft(state, about, s, code))
            .findFirst();
    if (seat.isEmpty()) {
      return quietly(RefusalMessages.NO_CODE);
    }
    if (about.version() != about.draft().version() || !about.draft().isAsked()) {
      return quietly(RefusalMessages.DRAFT_DECIDED);
    }
    if (isUnfit(decision.note())) {
      return quietly(RefusalMessages.LONG_NOTE);
    }
    String id = about.draft().id();
    return switch (decision.word()) {
      case APPROVE, YES ->
          new End(new Verdict.Decide(seat.get(), new ConfirmDraft(id, about.version())));
      case REJECT, NO ->
          new End(
              new Verdict.Decide(
                  seat.get(), new ReturnDraft(id, about.version(), decision.note())));
      case DISCARD, WITHDRAW -> quietly(RefusalMessages.NO_WORD_OF_DRAFT);
    };
  }

  private static List<Seat> seats(PipelineContext arrival) {
    String person = arrival.writer().person();
    return person == null ? List.of() : arrival.workspace().members().seatsOf(person);
  }

  /**
   * Who answers.
   *
   * @param seat null for one who has none
   * @param wrote whether the letter that waits is theirs to take back
   */
  private record Holder(@Nullable SeatId seat, boolean wrote) {}

  private Optional<Holder> holder(PipelineContext arrival, Hold hold, String code) {
    Workspace state = arrival.workspace();
    List<Seat> seats = seats(arrival);
    if (codes.isOfSender(state, hold, code)) {
      Optional<SeatId> own =
          seats.stream()
              .map(Seat::id)
              .filter(s -> hold.seat() != null && state.members().line(s).contains(hold.seat()))
              .findFirst();
      return hold.seat() == null && isFrom(arrival, hold.sender())
          ? Optional.of(new Holder(null, true))
          : own.map(s -> new Holder(s, true));
    }
    return seats.stream()
        .map(Seat::id)
        .filter(s -> codes.isOf(state, hold, s, code))
        .findFirst()
        .map(s -> new Holder(s, false));
  }

  private static boolean isFrom(PipelineContext arrival, String sender) {
    return MailAddress.parse(sender)
        .flatMap(s -> arrival.incoming().author().filter(a -> a.address().sameAs(s)))
        .isPresent();
  }

  /** Empty for a word that this code is not for. */
  private static Optional<LetterCommand> command(
      Hold hold, Holder holder, ModerationDecision decision) {
    boolean asked = hold.awaits() == Hold.Awaits.SENDER;
    String id = hold.id();
    ModerationDecision.Word word = decision.word();
    if (holder.wrote()) {
      return word == ModerationDecision.Word.WITHDRAW
          ? Optional.of(new LetterCommand.WithdrawHold(id))
          : Optional.empty();
    }
    return switch (word) {
      case APPROVE -> Optional.of(new LetterCommand.ApproveHold(id));
      case YES -> asked ? Optional.of(new LetterCommand.ApproveHold(id)) : Optional.empty();
      case REJECT -> Optional.of(new LetterCommand.RefuseHold(id, asked ? "" : decision.note()));
      case NO -> asked ? Optional.of(new LetterCommand.RefuseHold(id, "")) : Optional.empty();
      case DISCARD -> Optional.of(new LetterCommand.DiscardHold(id));
      case WITHDRAW -> Optional.empty();
    };
  }

  private static Next quietly(Message why) {
    return new End(Verdict.Refuse.quietly(why));
  }
}
