package org.caucus.coalition.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.actions.mail.ActionMailDecider;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListDecider;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.lists.ThreadDecider;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.PollDecider;
import org.caucus.coalition.polls.PollEvent.BallotCast;
import org.caucus.coalition.polls.mail.PollMailDecider;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionCommand;
import org.caucus.coalition.reactions.ReactionDecider;
import org.caucus.coalition.trackers.mail.IssueMailDecider;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields;
import org.caucus.coalition.updates.mail.UpdateMailDecider;
import org.caucus.coalition.updates.mail.UpdateReply;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/** A letter that answers something comments on it, or does what it says. */
final class ReplyMail implements MailFacet<HeldLetters.Held, LetterReply> {
  @Override
  public String name() {
    return "answer";
  }

  @Override
  public Class<LetterReply> targets() {
    return LetterReply.class;
  }

  /** What it answers may be in another thread since it was written. */
  private static LetterReply there(HeldLetters.Held now, LetterReply target) {
    return now.lists()
        .thread(target.parent().id())
        .filter(thread -> target.parent().equals(thread.ref()))
        .map(thread -> whereTo(now, thread, target))
        .orElse(target);
  }

  private static LetterReply whereTo(HeldLetters.Held now, Thread thread, LetterReply target) {
    return target.under(now.lists().whereTo(thread, now.entries(), target.answers()).ref());
  }

  @Override
  public Scope place(HeldLetters.Held now, LetterReply written) {
    LetterReply target = there(now, written);
    Scope parent = parent(now, written, target);
    return target.answers() == null
        ? parent
        : now.entries()
            .find(target.answers())
            .map(e -> Posting.answering(now.access(), parent, e))
            .orElse(parent);
  }

  private static Scope parent(HeldLetters.Held now, LetterReply written, LetterReply target) {
    return written.parent().equals(target.parent())
        ? now.placeOf(target.parent()).orElseThrow()
        : now.lists().writing(thread(now, written), thread(now, target));
  }

  private static Thread thread(HeldLetters.Held now, LetterReply reply) {
    return now.lists().thread(reply.parent().id()).orElseThrow();
  }

  @Override
  public Optional<String> list(HeldLetters.Held now, LetterReply written) {
    LetterReply target = there(now, written);
    return target.parent().kind() == Ref.Kind.THREAD
        ? now.lists().thread(target.parent().id()).map(Thread::list)
        : Optional.empty();
  }

  @Override
  public boolean isBeside(HeldLetters.Held now, LetterReply target, Ref answered) {
    return target.parent().equals(answered);
  }

  /** A word that acts says nothing. Others may read a ballot when it is shown, nobody before. */
  @Override
  public Review review(
      HeldLetters.Held now, LetterReply target, MailedLetter letter, List<Event> posted) {
    if (ReplyCommand.isAll(target.parent(), target.answers(), letter.text())
        || target.reaction(letter.text(), letter.letter(), letter.audience()).isPresent()) {
      return Review.NEEDLESS;
    }
    if (target.parent().kind() == Ref.Kind.REVIEW) {
      boolean isWish = posted.stream().anyMatch(ListEvent.ThingChosen.class::isInstance);
      return isWish ? Review.NEEDLESS : Review.REFUSED;
    }
    if (target.parent().kind() != Ref.Kind.POLL
        || posted.stream().anyMatch(e -> e instanceof EntryEvent)) {
      return Review.HELD;
    }
    return posted.stream().anyMatch(e -> e instanceof BallotCast b && b.says())
        ? Review.REFUSED
        : Review.NEEDLESS;
  }

  @Override
  public Optional<LetterReply> origin(Event first) {
    return first instanceof EntryEvent.EntryPosted e
        ? Optional.of(new LetterReply(e.parent(), e.answers()))
        : Optional.empty();
  }

  @Override
  public List<Event> decide(
      HeldLetters.Held now, LetterReply target, MailedLetter letter, CommandContext context) {
    return answer(now, there(now, target), letter, context);
  }

  private static List<Event> answer(
      HeldLetters.Held state, LetterReply intent, MailedLetter c, CommandContext act) {
    Post post = new Post(c.text(), intent.answers(), c.audience(), c.letter());
    String id = intent.parent().id();
    Optional<ThreadPreference> wish =
        isOwn(post) ? ReplyCommand.wish(intent.parent(), c.text()) : Optional.empty();
    if (wish.isPresent()) {
      var choose = new ListCommand.ChooseThing(intent.parent(), wish.get());
      return with(ListDecider.decide(state, choose, act), intent, post, act);
    }
    UpdateLifecycleMailFields course = intent.course();
    if (isOwn(post) && (course != null || ReplyCommand.hasRead(intent.parent(), c.text()))) {
      return with(UpdateMailDecider.decide(state, id, course, post, act), intent, post, act);
    }
    return switch (intent.parent().kind()) {
      case THREAD -> answerThread(state, intent, post, act);
      case ISSUE -> answerIssue(state, intent, post, act);
      case UPDATE -> UpdateDecider.decide(state, UpdateReply.comment(state, id, post, act), act);
      case ACTION -> answerAction(state, intent, post, act);
      case POLL -> answerPoll(state, intent, post, act);
      case WORKSPACE,
          SEAT,
          ORGANISATION,
          INVITATION,
          LIST,
          ENTRY,
          HOLD,
          TRACKER,
          INSTRUMENT,
          REVIEW ->
          answerOther(state, intent, c, act);
    };
  }

  /**
   * One word of thanks and the like is a reaction, one leaves a conversation; what a convenor lets
   * in is posted.
   */
  private static List<Event> answerThread(
      HeldLetters.Held state, LetterReply intent, Post post, CommandContext act) {
    if (intent.leaves(state, post.text(), post.letter())) {
      var leave = new ThreadCommand.LeaveConversation(intent.parent().id());
      return with(ThreadDecider.decide(state, leave, act), intent, post, act);
    }
    Optional<Reaction> reaction = intent.reaction(post.text(), post.letter(), post.audience());
    if (reaction.isEmpty()) {
      String id = intent.parent().id();
      return ListDecider.reply(state, new ListCommand.AnswerThread(id, post), act);
    }
    Ref on = Ref.to(Ref.Kind.ENTRY, Objects.requireNonNull(intent.answers()));
    var react = new ReactionCommand.AddReaction(on, reaction.get());
    return with(ReactionDecider.decide(state, react, act), intent, post, act);
  }

  /**
   * A ballot, what somebody wants to hear of a poll, or a comment. A letter that a convenor lets in
   * for somebody else casts no ballot, since it would be the convenor's.
   */
  private static List<Event> answerPoll(
      HeldLetters.Held state, LetterReply intent, Post post, CommandContext act) {
    String id = intent.parent().id();
    boolean isBallot = PollMailDecider.isBallot(state, id, post);
    Optional<ThreadPreference> wish = ReplyCommand.wish(post.text());
    if (!isBallot && post.letter() != null && isOwn(post) && wish.isPresent()) {
      var choose = new ListCommand.ChooseThing(intent.parent(), wish.get());
      return with(ListDecider.decide(state, choose, act), intent, post, act);
    }
    Optional<PollCommand.CommentPoll> comment = PollMailDecider.comment(state, id, post);
    if (comment.isPresent()) {
      return PollDecider.decide(state, comment.get(), act);
    }
    if (!isOwn(post)) {
      throw Refusal.forbidden(Message.of("only-the-person-who-was-sent"));
    }
    return with(PollMailDecider.answer(state, id, post.text(), act), intent, post, act);
  }

  /**
   * What its capability says, or what somebody wants to hear of it. What a convenor lets in for
   * somebody else is neither: it would be the convenor's.
   */
  private static List<Event> answerOther(
      HeldLetters.Held state, LetterReply intent, MailedLetter c, CommandContext act) {
    Post post = new Post(c.text(), intent.answers(), c.audience(), c.letter());
    if (!isOwn(post)) {
      throw Refusal.forbidden(Message.of("only-the-person-who-was-asked"));
    }
    Ref thing = intent.parent();
    List<Event> done =
        ReplyCommand.wish(post.text())
            .map(wish -> new ListCommand.ChooseThing(thing, wish))
            .map(choose -> ListDecider.decide(state, choose, act))
            .orElseGet(() -> state.answered(thing, c, act));
    return with(done, intent, post, act);
  }

  /** An answer of one line that acts is done and not posted; what a convenor lets in is posted. */
  private static List<Event> answerIssue(
      HeldLetters.Held state, LetterReply intent, Post post, CommandContext act) {
    String id = intent.parent().id();
    IssueMailFields asks = intent.asks();
    boolean acts =
        asks != null
            && ActionReply.of(intent.parent(), post.text())
                .filter(w -> isAllOf(w, asks))
                .isPresent();
    return asks != null && acts && isOwn(post)
        ? with(IssueMailDecider.act(state, id, asks, act), intent, post, act)
        : IssueMailDecider.answer(state, id, post, acts ? null : asks, act);
  }

  /** Whether nothing else is asked than what a word says: not by lines, brackets or an address. */
  private static boolean isAllOf(ActionReply word, IssueMailFields asks) {
    boolean turns = word.what() == ActionReply.What.DONE || word.what() == ActionReply.What.REOPEN;
    boolean dates = word.what() == ActionReply.What.DUE;
    return asks.equals(
            new IssueMailFields(
                asks.state(), null, asks.assignees(), asks.dueChanged(), asks.due(), asks.quiet()))
        && turns == (asks.state() != null)
        && dates == asks.dueChanged()
        && (!turns && !dates) == (asks.assignees() != null);
  }

  /**
   * One word to what was told of an action says whether its author comes, or whether their
   * organisation takes part. What a convenor lets in for somebody else is never an answer: it would
   * be the convenor's.
   */
  private static List<Event> answerAction(
      HeldLetters.Held state, LetterReply intent, Post post, CommandContext act) {
    String id = intent.parent().id();
    ActionMailFields change = isOwn(post) ? intent.change() : null;
    Optional<RsvpReply> word =
        isOwn(post) && intent.answers() == null && change == null
            ? RsvpReply.in(post.text())
            : Optional.empty();
    List<Event> events = new ArrayList<>();
    if (change != null) {
      events.addAll(ActionMailDecider.decide(state, id, change, post, act));
      if (change.words() != ActionMailFields.Words.COMMENT
          || (ActionReply.of(intent.parent(), post.text()).isPresent()
              && change.isOnlyStateOrOwner())) {
        return with(events, intent, post, act);
      }
    }
    for (RsvpReply w : word.stream().toList()) {
      events.addAll(with(ActionDecider.decide(state, said(id, w, intent), act), intent, post, act));
    }
    if (word.isEmpty() || !word.get().alone()) {
      events.addAll(ActionDecider.decide(state, new ActionCommand.CommentAction(id, post), act));
    }
    return events;
  }

  private static ActionCommand said(String action, RsvpReply word, LetterReply to) {
    if (word.note().length() > RsvpReply.MAX_NOTE_CHARS) {
      throw Refusal.invalid(
          "note", Message.of("a-note-has-at-most-characters", "limit", RsvpReply.MAX_NOTE_CHARS));
    }
    return switch (word.whose()) {
      case PERSON ->
          new ActionCommand.Answer(action, null, word.answer(), word.note(), to.stamped());
      case ORGANISATION -> new ActionCommand.Commit(action, null, word.answer(), word.note());
    };
  }

  /** What a convenor lets in for somebody else is not their word. */
  private static boolean isOwn(Post post) {
    return post.letter() == null || post.letter().from() == null;
  }

  /** With the note that its author is told what was done. */
  private static List<Event> with(
      List<Event> done, LetterReply intent, Post post, CommandContext act) {
    String messageId = post.letter() == null ? null : post.letter().messageId();
    return Stream.concat(
            done.stream(),
            Stream.of(new LetterEvent.WordTaken(intent.parent(), act.by(), messageId)))
        .toList();
  }
}
