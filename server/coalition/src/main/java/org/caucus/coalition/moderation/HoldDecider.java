package org.caucus.coalition.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Comment;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides about letters that wait, other than by posting them, and about who is asked. Pure. */
final class HoldDecider {
  private HoldDecider() {}

  /** Words that want to go somewhere, by mail or from the browser. */
  record Said(
      MessageTarget intent,
      String subject,
      String text,
      @Nullable EntryLetter letter,
      @Nullable Audience audience) {}

  /** What a command from the browser says, as far as it can be held; else empty. */
  static Optional<Said> said(HeldLetters.Held state, Command command) {
    return switch (command) {
      case ListCommand.StartThread c ->
          Optional.of(said(new NewThread(c.list()), c.subject(), c.post()));
      case ListCommand.AnswerThread c -> {
        String subject = state.lists().thread(c.thread()).map(Thread::subject).orElse("");
        yield Optional.of(answer(Ref.Kind.THREAD, c.thread(), "Re: " + subject, c.post()));
      }
      case IssueCommand.CommentIssue c ->
          Optional.of(answer(Ref.Kind.ISSUE, c.issue(), "", c.post()));
      case UpdateCommand.CommentUpdate c ->
          Optional.of(answer(Ref.Kind.UPDATE, c.update(), "", c.post()));
      case ActionCommand.CommentAction c ->
          Optional.of(answer(Ref.Kind.ACTION, c.action(), "", c.post()));
      case Comment c -> Optional.of(answer(c.on().kind(), c.on().id(), "", c.post()));
      default -> Optional.empty();
    };
  }

  private static Said answer(Ref.Kind kind, String id, String subject, Post post) {
    return said(new LetterReply(Ref.to(kind, id), post.answers()), subject, post);
  }

  private static Said said(MessageTarget intent, String subject, Post post) {
    return new Said(intent, subject, post.text(), post.letter(), post.audience());
  }

  /**
   * Whether a command says something that cannot wait: it is more than words, and a hold would lose
   * the rest.
   */
  static boolean saysMore(Command command) {
    return switch (command) {
      case IssueCommand.OpenIssue c -> true;
      case IssueCommand.EditIssue c ->
          c.title() != null
              || c.description() != null
              || c.provision() != null
              || (c.more() != null && c.more().isSaying());
      case IssueCommand.CloseIssue c -> c.note() != null && !c.note().isBlank();
      case UpdateCommand.PostUpdate c -> true;
      case UpdateCommand.DraftUpdate c -> true;
      case UpdateCommand.ReviseDraft c -> true;
      case DraftCommand.ConfirmDraft c -> true;
      case DraftCommand.ReturnDraft c -> !c.note().isBlank();
      case UpdateCommand.CorrectUpdate c -> true;
      case UpdateCommand.ReachStage c -> !c.note().isBlank();
      case UpdateCommand.RetractUpdate c -> true;
      case ActionCommand.PlanAction c -> true;
      case ActionCommand.EditAction c -> true;
      case ActionCommand.Commit c -> !c.note().isBlank();
      case ActionCommand.Answer c -> !c.note().isBlank();
      case ActionCommand.WriteMinutes c -> true;
      default -> command.saysMore();
    };
  }

  /**
   * The command that holds it for the convenors.
   *
   * @param before the hold it waited in for its sender's word; null if it did not
   */
  static LetterCommand.HoldLetter held(
      HeldLetters.Held state, Said said, Seat seat, List<Message> reasons, @Nullable Hold before) {
    return new LetterCommand.HoldLetter(
        said.intent(),
        before == null ? place(state, said.intent()) : before.address(),
        before == null ? "" : before.sender(),
        seat.id(),
        Hold.Awaits.CONVENOR,
        said.subject(),
        said.text(),
        said.letter(),
        reasons,
        said.audience(),
        false,
        false);
  }

  private static String place(HeldLetters.Held state, MessageTarget intent) {
    return state
        .mail(intent)
        .list()
        .flatMap(state.lists()::list)
        .map(MailingList::localPart)
        .orElse("");
  }

  /** The hold, if the acting seat is asked about it and it still waits. */
  static Hold open(HeldLetters.Held state, String id, CommandContext act) {
    SeatId seat = act.by();
    Hold hold = readable(state, id, seat);
    if (!HeldLetters.decides(state, hold, seat)) {
      throw Refusal.forbidden(Message.of("a-convenor-decides-about-this-letter"));
    }
    return waiting(hold);
  }

  private static Hold readable(HeldLetters.Held state, String id, SeatId seat) {
    Hold hold = state.letters().find(id).orElseThrow(Refusal::absent);
    state.access().mustRead(seat, HeldLetters.scope(state, hold));
    return hold;
  }

  /** The hold, if its time to be posted has come and this is its author. */
  static Hold announced(HeldLetters.Held state, String id, CommandContext act) {
    Hold hold = waiting(state.letters().find(id).orElseThrow(Refusal::absent));
    if (!act.by().equals(hold.seat())) {
      throw Refusal.forbidden(Message.of("only-the-author-has-a-letter-posted"));
    }
    if (hold.posts() == null || act.at().isBefore(hold.posts())) {
      throw Refusal.conflict(Message.of("it-is-not-time-yet"));
    }
    return hold;
  }

  private static Hold waiting(Hold hold) {
    if (!hold.open()) {
      throw Refusal.conflict(Message.of("this-letter-was-decided-already"));
    }
    return hold;
  }

  static List<Event> discard(
      HeldLetters.Held state, LetterCommand.DiscardHold c, CommandContext act) {
    return List.of(new LetterEvent.HoldDiscarded(open(state, c.hold(), act).id(), act.by()));
  }

  static List<Event> withdraw(
      HeldLetters.Held state, LetterCommand.WithdrawHold c, CommandContext act) {
    SeatId by = act.seat();
    Hold hold =
        by == null
            ? state.letters().find(c.hold()).orElseThrow(Refusal::absent)
            : readable(state, c.hold(), by);
    if (by != null && (hold.seat() == null || !state.members().line(by).contains(hold.seat()))) {
      throw Refusal.forbidden(Message.of("only-the-author-of-a-letter-can"));
    }
    return List.of(new LetterEvent.HoldWithdrawn(waiting(hold).id(), by));
  }

  static List<Event> tend(HeldLetters.Held state, LetterCommand.TendHold c, CommandContext act) {
    Hold hold = waiting(state.letters().find(c.hold()).orElseThrow(Refusal::absent));
    if (!act.at().isBefore(hold.expires())) {
      return List.of(new LetterEvent.HoldExpired(hold.id()));
    }
    long days = Duration.between(hold.at(), act.at()).toDays();
    // a server that was away reminds once, not once for each time it missed
    return Hold.REMINDERS_DAYS.reversed().stream()
        .filter(reminder -> reminder <= days && reminder > hold.reminded())
        .findFirst()
        .<List<Event>>map(r -> List.of(new LetterEvent.HoldReminded(hold.id(), r)))
        .orElseThrow(() -> Refusal.conflict(Message.of("it-is-not-time-yet")));
  }

  static List<Event> rule(HeldLetters.Held state, LetterCommand.RuleList c, CommandContext act) {
    MailingList list = convened(state, c.list(), act);
    return List.of(new LetterEvent.ListRuled(list.slug(), c.strangers(), c.proof(), act.by()));
  }

  static List<Event> stop(HeldLetters.Held state, LetterCommand.StopList c, CommandContext act) {
    MailingList list = convened(state, c.list(), act);
    if (state.letters().moderation().isStopped(list.slug()) == c.on()) {
      throw Refusal.conflict(Message.of("it-is-so-already"));
    }
    return List.of(new LetterEvent.ListStopped(list.slug(), c.on(), act.by()));
  }

  private static MailingList convened(HeldLetters.Held state, String slug, CommandContext act) {
    state.access().mustBeActive(act.by());
    MailingList list = state.lists().opened(slug).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), list.scope());
    state.access().mustConvene(act.by());
    return list;
  }

  static List<Event> moderate(
      HeldLetters.Held state, LetterCommand.ModerateSeat c, CommandContext act) {
    state.access().mustConvene(act.by());
    Seat seat = state.access().mustBeActive(c.seat());
    if (seat.role() == Role.CONVENOR && c.on()) {
      throw Refusal.conflict(Message.of("a-convenor-decides-what-is-posted"));
    }
    if (state.letters().moderation().isModerated(c.seat()) == c.on()) {
      throw Refusal.conflict(Message.of("it-is-so-already"));
    }
    return List.of(new LetterEvent.SeatModerated(c.seat(), c.on(), act.by()));
  }
}
