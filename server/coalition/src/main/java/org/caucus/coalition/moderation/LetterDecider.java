package org.caucus.coalition.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.actions.mail.ActionMailDecider;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.entries.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListDecider;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.mailcommands.MailCommandDecider;
import org.caucus.coalition.mailcommands.headers.SubjectSettings;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.polls.PollEvent.BallotCast;
import org.caucus.coalition.polls.mail.PollMailDecider;
import org.caucus.coalition.trackers.mail.IssueMailDecider;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields;
import org.caucus.coalition.updates.mail.UpdateMailDecider;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.coalition.updates.mail.UpdateReply;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a letter, by the rules of what it wants to become. Pure. */
public final class LetterDecider {
  /**
   * Most letters held at once for places of a workspace with the same readers; what comes beyond is
   * refused and its sender told.
   */
  public static final int MAX_HELD = 1_000;

  /**
   * How many of them may be strangers': else anyone who writes a thousand letters would keep those
   * of members out, who are only asked whether they wrote them.
   */
  public static final int MAX_HELD_OF_STRANGERS = 500;

  private static final int MAX_TITLE_CHARS = 250;

  private LetterDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      HeldLetters.Held state, LetterCommand command, CommandContext act) {
    return switch (command) {
      case LetterCommand.PostLetter c -> postOrHold(state, c, null, act);
      case LetterCommand.HoldLetter c -> hold(state, c, act);
      case LetterCommand.RefuseLetter c ->
          List.of(
              new LetterEvent.LetterRefused(
                  c.letter(),
                  c.address(),
                  c.sender(),
                  c.subject(),
                  c.reasons(),
                  c.proven() ? true : null,
                  c.messageId()));
      case LetterCommand.PassLetterOn c -> {
        state.access().mustBeActive(c.from());
        state.access().mustBeActive(c.to());
        yield List.of(new LetterEvent.LetterPassedOn(c.letter(), c.from(), c.to(), c.blob()));
      }
      case LetterCommand.PassToConvenors c ->
          c.to().stream()
              .filter(state.members()::isActive)
              .<Event>map(to -> new LetterEvent.LetterPassedOn(c.letter(), c.from(), to, c.blob()))
              .toList();
      case LetterCommand.DropLetter c ->
          List.of(new LetterEvent.LetterDropped(c.letter(), c.reason()));
      case LetterCommand.ApproveHold c -> approve(state, c, act);
      case LetterCommand.PostAnnounced c -> announced(state, c, act);
      case LetterCommand.RefuseHold c -> refuse(state, c, act);
      case LetterCommand.DiscardHold c -> HoldDecider.discard(state, c, act);
      case LetterCommand.WithdrawHold c -> HoldDecider.withdraw(state, c, act);
      case LetterCommand.TendHold c -> HoldDecider.tend(state, c, act);
      case LetterCommand.RuleList c -> HoldDecider.rule(state, c, act);
      case LetterCommand.StopList c -> HoldDecider.stop(state, c, act);
      case LetterCommand.ModerateSeat c -> HoldDecider.moderate(state, c, act);
    };
  }

  /**
   * What was decided about words written in the browser, or a hold in its place where a convenor
   * reads first what this seat says there.
   *
   * @param posted what the capability decided: words it would refuse are not held either
   */
  public static List<Event> orHeld(
      HeldLetters.Held state, Command command, CommandContext act, List<Event> posted) {
    Seat seat = seat(state, act);
    if (seat == null) {
      return posted;
    }
    if (state.letters().moderation().isModerated(seat.id()) && HoldDecider.saysMore(command)) {
      throw unread();
    }
    return HoldDecider.said(state, command)
        .flatMap(said -> asked(state, said, seat, null, act))
        .orElse(posted);
  }

  private static Refusal unread() {
    return Refusal.forbidden(Message.of("a-convenor-reads-first-what-you"));
  }

  private static @Nullable Seat seat(HeldLetters.Held state, CommandContext act) {
    return act.seat() == null ? null : state.members().seats().get(act.seat());
  }

  private static Optional<List<Event>> asked(
      HeldLetters.Held state,
      HoldDecider.Said said,
      Seat seat,
      @Nullable Hold before,
      CommandContext act) {
    List<String> reasons = ModerationSettings.reasons(state, said.intent(), seat);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<Event> held = hold(state, HoldDecider.held(state, said, seat, reasons, before), act);
    mustBeDecidable(state, (LetterEvent.LetterHeld) held.getFirst(), act);
    return Optional.of(held);
  }

  /** Its author is told at once what nobody could ever let in. */
  private static void mustBeDecidable(
      HeldLetters.Held state, LetterEvent.LetterHeld held, CommandContext act) {
    Hold hold = state.letters().evolve(held, act.at()).find(held.id()).orElseThrow();
    if (HeldLetters.deciders(state, hold).isEmpty()) {
      throw Refusal.forbidden(Message.of("nobody-who-could-let-this-in"));
    }
  }

  /** A seat's letter, unless a convenor was asked to read what it says since it came in. */
  private static List<Event> postOrHold(
      HeldLetters.Held state,
      LetterCommand.PostLetter c,
      @Nullable Hold before,
      CommandContext act) {
    List<Event> posted = post(state, c, act);
    if (c.intent() instanceof MessageTarget.Answer i
        && ReplyCommand.isAll(i.parent(), i.answers(), c.text())) {
      return posted;
    }
    Seat seat = seat(state, act);
    boolean isRead = seat != null && state.letters().moderation().isModerated(seat.id());
    if (c.intent() instanceof MessageTarget.Answer i && i.parent().kind() == Ref.Kind.POLL) {
      if (isRead && posted.stream().anyMatch(e -> e instanceof BallotCast b && b.says())) {
        throw unread();
      }
      return posted; // others may read it when it is shown, and nobody before
    }
    if (isRead && c.intent() instanceof MessageTarget.NewAction) {
      throw unread(); // the person who would read it first need not be whom it is for
    }
    var said = new HoldDecider.Said(c.intent(), c.subject(), c.text(), c.letter(), c.audience());
    return seat == null ? posted : asked(state, said, seat, before, act).orElse(posted);
  }

  private static List<Event> post(
      HeldLetters.Held state, LetterCommand.PostLetter c, CommandContext act) {
    Post post = new Post(c.text(), null, c.audience(), c.letter());
    String title = titleOf(c.subject(), c.text());
    return switch (c.intent()) {
      case MessageTarget.NewThread i ->
          ListDecider.decide(state, new ListCommand.StartThread(i.list(), title, post), act);
      case MessageTarget.NewIssue i ->
          IssueMailDecider.open(
              state,
              i.tracker(),
              titleOf(SubjectSettings.title(c.subject()), c.text()),
              c.text(),
              c.audience(),
              c.letter(),
              i.asks(),
              act);
      case MessageTarget.NewUpdate i -> UpdateDecider.decide(state, update(i, c, title), act);
      case MessageTarget.NewAction i -> plan(state, i, c, title, act);
      case MessageTarget.Answer i -> answer(state, i, c, act);
      case MessageTarget.Orders i -> obey(state, i, c, act);
    };
  }

  /** As its head lines ask; the letter is its first entry. */
  private static List<Event> plan(
      HeldLetters.Held state,
      MessageTarget.NewAction i,
      LetterCommand.PostLetter c,
      String title,
      CommandContext act) {
    ActionMailFields asks = Objects.requireNonNullElse(i.asks(), ActionMailFields.NOTHING);
    List<Event> events =
        new ArrayList<>(
            ActionDecider.decide(state, asks.planned(title, c.text(), c.audience()), act));
    if (c.letter() != null && events.getFirst() instanceof ActionEvent.ActionPlanned planned) {
      events.add(
          Posting.decide(
              state,
              act.by(),
              act.entry(),
              Ref.to(Ref.Kind.ACTION, planned.id()),
              Actions.AGENDA.holds(planned.audience(), act.at()),
              new Post(c.text(), null, null, c.letter())));
    }
    return events;
  }

  /** As its head lines ask. */
  public static UpdateCommand update(
      MessageTarget.NewUpdate i, LetterCommand.PostLetter c, String title) {
    UpdateMailFields asks = Objects.requireNonNullElse(i.asks(), UpdateMailFields.NOTHING);
    var said =
        new UpdateCommand.PostUpdate(
            i.company(),
            asks.said(),
            asks.reached(),
            title,
            c.text(),
            asks.quotable(),
            c.audience(),
            c.letter() == null ? null : c.letter().blob(),
            c.letter() == null ? List.of() : c.letter().files(),
            asks.particulars());
    Instant hour = asks.publishAt();
    return hour == null ? said : new UpdateCommand.DraftUpdate(said, hour);
  }

  private static List<Event> answer(
      HeldLetters.Held state,
      MessageTarget.Answer intent,
      LetterCommand.PostLetter c,
      CommandContext act) {
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
      case THREAD -> ListDecider.decide(state, new ListCommand.AnswerThread(id, post), act);
      case ISSUE -> answerIssue(state, intent, post, act);
      case UPDATE -> UpdateDecider.decide(state, UpdateReply.comment(state, id, post, act), act);
      case ACTION -> answerAction(state, intent, post, act);
      case POLL -> answerPoll(state, intent, post, act);
      default -> throw Refusal.absent();
    };
  }

  /**
   * A ballot. A letter that a convenor lets in for somebody else casts none, since it would be the
   * convenor's.
   */
  private static List<Event> answerPoll(
      HeldLetters.Held state, MessageTarget.Answer intent, Post post, CommandContext act) {
    if (!isOwn(post)) {
      throw Refusal.forbidden(Message.of("only-the-person-who-was-sent"));
    }
    return with(
        PollMailDecider.answer(state, intent.parent().id(), post.text(), act), intent, post, act);
  }

  /** An answer of one line that acts is done and not posted; what a convenor lets in is posted. */
  private static List<Event> answerIssue(
      HeldLetters.Held state, MessageTarget.Answer intent, Post post, CommandContext act) {
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
      HeldLetters.Held state, MessageTarget.Answer intent, Post post, CommandContext act) {
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

  private static ActionCommand said(String action, RsvpReply word, MessageTarget.Answer to) {
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
      List<Event> done, MessageTarget.Answer intent, Post post, CommandContext act) {
    String messageId = post.letter() == null ? null : post.letter().messageId();
    return Stream.concat(
            done.stream(),
            Stream.of(new LetterEvent.WordTaken(intent.parent(), act.by(), messageId)))
        .toList();
  }

  private static List<Event> obey(
      HeldLetters.Held state,
      MessageTarget.Orders orders,
      LetterCommand.PostLetter c,
      CommandContext act) {
    MailCommandDecider.Decision decision =
        MailCommandDecider.decide(state, c.text(), c.subject(), orders.list(), act);
    List<Event> events = new ArrayList<>();
    events.add(
        new LetterEvent.LetterObeyed(
            act.thing(),
            orders.list(),
            orders.address(),
            orders.sender(),
            act.by(),
            c.letter() == null ? null : c.letter().messageId(),
            decision.lines(),
            orders.unproven()));
    events.addAll(decision.changes());
    return events;
  }

  /** A letter without a subject is called by its first words. */
  public static String titleOf(String subject, String text) {
    String title =
        subject.isBlank() ? text.strip().lines().findFirst().orElse("") : subject.strip();
    if (title.isBlank()) {
      title = "(no subject)";
    }
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  /**
   * The letters that wait for a place with the same readers and would reach the same: those of
   * others must not be found out by writing until there are too many (R8).
   */
  private static List<Hold> alike(HeldLetters.Held state, LetterCommand.HoldLetter c) {
    Audience place = HeldLetters.place(state, c.intent()).audience();
    Object reach = reach(saidTo(state, c), c.seat(), place);
    return state.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD)
        .filter(h -> HeldLetters.place(state, h.intent()).audience().equals(place))
        .filter(h -> reach(h.audience(), h.seat(), place).equals(reach))
        .toList();
  }

  /** Whom letters reach that are counted together; those to certain people by their author. */
  private static Object reach(@Nullable Audience said, @Nullable SeatId author, Audience place) {
    return said instanceof Audience.Named && author != null
        ? author
        : Objects.requireNonNullElse(said, place);
  }

  private static List<Event> hold(
      HeldLetters.Held state, LetterCommand.HoldLetter c, CommandContext act) {
    List<Hold> held = alike(state, c);
    boolean full =
        c.seat() == null
            && held.stream().filter(h -> h.seat() == null).count() >= MAX_HELD_OF_STRANGERS;
    if (full || held.size() >= MAX_HELD) {
      throw Refusal.conflict(Message.of("too-many-letters-wait-for-a"));
    }
    var letter =
        new LetterEvent.LetterHeld(
            act.thing(),
            c.intent(),
            c.address(),
            c.sender(),
            c.seat(),
            c.awaits(),
            StoredText.of(c.subject()),
            StoredText.of(c.text()),
            c.letter(),
            c.reasons(),
            saidTo(state, c),
            c.unproven() ? true : null,
            c.announced() ? act.at().plus(Hold.ANNOUNCED) : null);
    return c.unread() == null
        ? List.of(letter)
        : List.of(letter, new LetterEvent.LetterUnread(act.thing(), c.unread()));
  }

  /** More may read the place once it is decided: who wrote it did not say it to those. */
  private static @Nullable Audience saidTo(HeldLetters.Held state, LetterCommand.HoldLetter c) {
    boolean open =
        c.intent() instanceof MessageTarget.NewUpdate || c.intent() instanceof MessageTarget.Orders;
    return c.audience() != null || open
        ? c.audience()
        : HeldLetters.usually(state, c.intent(), c.seat())
            .orElseGet(() -> HeldLetters.place(state, c.intent()).audience());
  }

  private static List<Event> approve(
      HeldLetters.Held state, LetterCommand.ApproveHold c, CommandContext act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    if (hold.unread() != null) {
      mustBeReadable(hold.unread());
      return List.of(new LetterEvent.HoldReadAgain(hold.id(), act.by()));
    }
    List<Event> events = new ArrayList<>();
    events.add(new LetterEvent.HoldApproved(hold.id(), act.by()));
    if (hold.awaits() == Hold.Awaits.SENDER) {
      // their word is proof enough, but not enough where a convenor reads first
      events.addAll(postOrHold(state, posting(state, hold, hold.letter()), hold, act));
    } else if (speaksForItself(state, hold)) {
      CommandContext theirs =
          new CommandContext(act.id(), act.at(), hold.seat(), act.thing(), act.entry());
      events.addAll(post(state, posting(state, hold, hold.letter()), theirs));
    } else {
      events.addAll(post(state, posting(state, hold, from(hold)), act));
    }
    return events;
  }

  private static void mustBeReadable(UnreadLetter unread) {
    if (!unread.isReadable()) {
      throw Refusal.conflict(Message.of("this-letter-could-not-be-read-twice"));
    }
  }

  /** As its author's own word; what cannot be done any more is turned away, and they are told. */
  private static List<Event> announced(
      HeldLetters.Held state, LetterCommand.PostAnnounced c, CommandContext act) {
    Hold hold = HoldDecider.announced(state, c.hold(), act);
    try {
      return approve(state, new LetterCommand.ApproveHold(c.hold()), act);
    } catch (Refusal no) {
      return List.of(LetterEvent.HoldRefused.of(hold.id(), act.by(), no.message()));
    }
  }

  private static LetterCommand.PostLetter posting(
      HeldLetters.Held state, Hold hold, @Nullable EntryLetter letter) {
    return new LetterCommand.PostLetter(
        hold.intent(), hold.subject(), hold.text(), letter, HeldLetters.saidTo(state, hold));
  }

  /** Words that are known to be a member's who may post are posted as theirs. */
  private static boolean speaksForItself(HeldLetters.Held state, Hold hold) {
    Seat seat = hold.seat() == null ? null : state.members().seats().get(hold.seat());
    return seat != null && seat.active() && seat.role() != Role.OBSERVER && !hold.unproven();
  }

  /** A convenor who lets a letter in answers for it; the entry says whose words they are. */
  private static @Nullable EntryLetter from(Hold hold) {
    EntryLetter l = hold.letter();
    return l == null ? null : l.from(Objects.requireNonNullElse(l.from(), hold.sender()));
  }

  private static List<Event> refuse(
      HeldLetters.Held state, LetterCommand.RefuseHold c, CommandContext act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    return List.of(new LetterEvent.HoldRefused(hold.id(), act.by(), c.note()));
  }
}
