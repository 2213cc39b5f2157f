package org.caucus.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.ActionDecider;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.Actions;
import org.caucus.actions.asked.ActionAsks;
import org.caucus.actions.asked.AskedOfAction;
import org.caucus.actions.presence.ReplyWord;
import org.caucus.command.Act;
import org.caucus.command.Command;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.entries.Letter;
import org.caucus.entries.Post;
import org.caucus.entries.Posting;
import org.caucus.heads.Settings;
import org.caucus.issues.asked.AskedDecider;
import org.caucus.issues.asked.Asks;
import org.caucus.letters.words.ActWord;
import org.caucus.letters.words.ReplyOrder;
import org.caucus.lists.ListCommand;
import org.caucus.lists.ListDecider;
import org.caucus.members.Audience;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.orders.OrderDecider;
import org.caucus.spill.StoredText;
import org.caucus.updates.UpdateCommand;
import org.caucus.updates.UpdateDecider;
import org.caucus.updates.asked.AskedOfUpdate;
import org.caucus.updates.asked.CourseAsks;
import org.caucus.updates.asked.UpdateAsks;
import org.caucus.updates.asked.UpdateReply;
import org.caucus.wishes.Wish;
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

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Letters.Held state, LetterCommand command, Act act) {
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
      Letters.Held state, Command command, Act act, List<Event> posted) {
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

  private static Refused unread() {
    return Refused.forbidden(
        "A convenor reads first what you post, and this cannot wait for one. Say it on a list or in"
            + " a comment.");
  }

  private static @Nullable Seat seat(Letters.Held state, Act act) {
    return act.seat() == null ? null : state.members().seats().get(act.seat());
  }

  private static Optional<List<Event>> asked(
      Letters.Held state, HoldDecider.Said said, Seat seat, @Nullable Hold before, Act act) {
    List<String> reasons = Moderation.reasons(state, said.intent(), seat);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(hold(state, HoldDecider.held(state, said, seat, reasons, before), act));
  }

  /** A seat's letter, unless a convenor was asked to read what it says since it came in. */
  private static List<Event> postOrHold(
      Letters.Held state, LetterCommand.PostLetter c, @Nullable Hold before, Act act) {
    List<Event> posted = post(state, c, act);
    if (c.intent() instanceof Intent.Answer i
        && ReplyOrder.isAll(i.parent(), i.answers(), c.text())) {
      return posted;
    }
    Seat seat = seat(state, act);
    boolean isRead = seat != null && state.letters().moderation().isModerated(seat.id());
    if (isRead && c.intent() instanceof Intent.NewAction) {
      throw unread(); // the person who would read it first need not be whom it is for
    }
    var said = new HoldDecider.Said(c.intent(), c.subject(), c.text(), c.letter(), c.audience());
    return seat == null ? posted : asked(state, said, seat, before, act).orElse(posted);
  }

  private static List<Event> post(Letters.Held state, LetterCommand.PostLetter c, Act act) {
    Post post = new Post(c.text(), null, c.audience(), c.letter());
    String title = titleOf(c.subject(), c.text());
    return switch (c.intent()) {
      case Intent.NewThread i ->
          ListDecider.decide(state, new ListCommand.StartThread(i.list(), title, post), act);
      case Intent.NewIssue i ->
          AskedDecider.open(
              state,
              i.tracker(),
              titleOf(Settings.title(c.subject()), c.text()),
              c.text(),
              c.audience(),
              c.letter(),
              i.asks(),
              act);
      case Intent.NewUpdate i -> UpdateDecider.decide(state, update(i, c, title), act);
      case Intent.NewAction i -> plan(state, i, c, title, act);
      case Intent.Answer i -> answer(state, i, c, act);
      case Intent.Orders i -> obey(state, i, c, act);
    };
  }

  /** As its head lines ask; the letter is its first entry. */
  private static List<Event> plan(
      Letters.Held state, Intent.NewAction i, LetterCommand.PostLetter c, String title, Act act) {
    ActionAsks asks = Objects.requireNonNullElse(i.asks(), ActionAsks.NOTHING);
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
  public static UpdateCommand update(Intent.NewUpdate i, LetterCommand.PostLetter c, String title) {
    UpdateAsks asks = Objects.requireNonNullElse(i.asks(), UpdateAsks.NOTHING);
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
      Letters.Held state, Intent.Answer intent, LetterCommand.PostLetter c, Act act) {
    Post post = new Post(c.text(), intent.answers(), c.audience(), c.letter());
    String id = intent.parent().id();
    Optional<Wish> wish =
        isOwn(post) ? ReplyOrder.wish(intent.parent(), c.text()) : Optional.empty();
    if (wish.isPresent()) {
      var choose = new ListCommand.ChooseThing(intent.parent(), wish.get());
      return with(ListDecider.decide(state, choose, act), intent, post, act);
    }
    CourseAsks course = intent.course();
    if (isOwn(post) && (course != null || ReplyOrder.hasRead(intent.parent(), c.text()))) {
      return with(AskedOfUpdate.decide(state, id, course, post, act), intent, post, act);
    }
    return switch (intent.parent().kind()) {
      case THREAD -> ListDecider.decide(state, new ListCommand.AnswerThread(id, post), act);
      case ISSUE -> answerIssue(state, intent, post, act);
      case UPDATE -> UpdateDecider.decide(state, UpdateReply.comment(state, id, post, act), act);
      case ACTION -> answerAction(state, intent, post, act);
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, LIST, ENTRY, HOLD, TRACKER ->
          throw Refused.absent();
    };
  }

  /** An answer of one line that acts is done and not posted; what a convenor lets in is posted. */
  private static List<Event> answerIssue(
      Letters.Held state, Intent.Answer intent, Post post, Act act) {
    String id = intent.parent().id();
    Asks asks = intent.asks();
    boolean acts =
        asks != null
            && ActWord.of(intent.parent(), post.text()).filter(w -> isAllOf(w, asks)).isPresent();
    return asks != null && acts && isOwn(post)
        ? with(AskedDecider.act(state, id, asks, act), intent, post, act)
        : AskedDecider.answer(state, id, post, acts ? null : asks, act);
  }

  /** Whether nothing else is asked than what a word says: not by lines, brackets or an address. */
  private static boolean isAllOf(ActWord word, Asks asks) {
    boolean turns = word.what() == ActWord.What.DONE || word.what() == ActWord.What.REOPEN;
    boolean dates = word.what() == ActWord.What.DUE;
    return asks.equals(
            new Asks(
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
      Letters.Held state, Intent.Answer intent, Post post, Act act) {
    String id = intent.parent().id();
    ActionAsks change = isOwn(post) ? intent.change() : null;
    Optional<ReplyWord> word =
        isOwn(post) && intent.answers() == null && change == null
            ? ReplyWord.in(post.text())
            : Optional.empty();
    List<Event> events = new ArrayList<>();
    if (change != null) {
      events.addAll(AskedOfAction.decide(state, id, change, post, act));
      if (change.words() != ActionAsks.Words.COMMENT
          || (ActWord.of(intent.parent(), post.text()).isPresent()
              && change.isOnlyStateOrOwner())) {
        return with(events, intent, post, act);
      }
    }
    for (ReplyWord w : word.stream().toList()) {
      events.addAll(with(ActionDecider.decide(state, said(id, w, intent), act), intent, post, act));
    }
    if (word.isEmpty() || !word.get().alone()) {
      events.addAll(ActionDecider.decide(state, new ActionCommand.CommentAction(id, post), act));
    }
    return events;
  }

  private static ActionCommand said(String action, ReplyWord word, Intent.Answer to) {
    if (word.note().length() > ReplyWord.MAX_NOTE_CHARS) {
      throw Refused.invalid(
          "note", "A note has at most " + ReplyWord.MAX_NOTE_CHARS + " characters.");
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
  private static List<Event> with(List<Event> done, Intent.Answer intent, Post post, Act act) {
    String messageId = post.letter() == null ? null : post.letter().messageId();
    return Stream.concat(
            done.stream(),
            Stream.of(new LetterEvent.WordTaken(intent.parent(), act.by(), messageId)))
        .toList();
  }

  private static List<Event> obey(
      Letters.Held state, Intent.Orders orders, LetterCommand.PostLetter c, Act act) {
    OrderDecider.Decision decision =
        OrderDecider.decide(state, c.text(), c.subject(), orders.list(), act);
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
   * The letters that wait for a place with the same readers: those of others must not be found out
   * by writing until there are too many (R8).
   */
  private static List<Hold> alike(Letters.Held state, Intent intent) {
    Audience readers = Letters.place(state, intent).audience();
    return state.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD)
        .filter(h -> Letters.place(state, h.intent()).audience().equals(readers))
        .toList();
  }

  private static List<Event> hold(Letters.Held state, LetterCommand.HoldLetter c, Act act) {
    List<Hold> held = alike(state, c.intent());
    boolean full =
        c.seat() == null
            && held.stream().filter(h -> h.seat() == null).count() >= MAX_HELD_OF_STRANGERS;
    if (full || held.size() >= MAX_HELD) {
      throw Refused.conflict("Too many letters wait for a decision already.");
    }
    return List.of(
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
            c.announced() ? act.at().plus(Hold.ANNOUNCED) : null));
  }

  /** More may read the place once it is decided: who wrote it did not say it to those. */
  private static @Nullable Audience saidTo(Letters.Held state, LetterCommand.HoldLetter c) {
    boolean open = c.intent() instanceof Intent.NewUpdate || c.intent() instanceof Intent.Orders;
    return c.audience() != null || open
        ? c.audience()
        : Letters.usually(state, c.intent(), c.seat())
            .orElseGet(() -> Letters.place(state, c.intent()).audience());
  }

  private static List<Event> approve(Letters.Held state, LetterCommand.ApproveHold c, Act act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    List<Event> events = new ArrayList<>();
    events.add(new LetterEvent.HoldApproved(hold.id(), act.by()));
    if (hold.awaits() == Hold.Awaits.SENDER) {
      // their word is proof enough, but not enough where a convenor reads first
      events.addAll(postOrHold(state, posting(state, hold, hold.letter()), hold, act));
    } else if (speaksForItself(state, hold)) {
      Act theirs = new Act(act.id(), act.at(), hold.seat(), act.thing(), act.entry());
      events.addAll(post(state, posting(state, hold, hold.letter()), theirs));
    } else {
      events.addAll(post(state, posting(state, hold, from(hold)), act));
    }
    return events;
  }

  /** As its author's own word; what cannot be done any more is turned away, and they are told. */
  private static List<Event> announced(Letters.Held state, LetterCommand.PostAnnounced c, Act act) {
    Hold hold = HoldDecider.announced(state, c.hold(), act);
    try {
      return approve(state, new LetterCommand.ApproveHold(c.hold()), act);
    } catch (Refused no) {
      return List.of(new LetterEvent.HoldRefused(hold.id(), act.by(), no.why()));
    }
  }

  private static LetterCommand.PostLetter posting(
      Letters.Held state, Hold hold, @Nullable Letter letter) {
    return new LetterCommand.PostLetter(
        hold.intent(), hold.subject(), hold.text(), letter, Letters.saidTo(state, hold));
  }

  /** Words that are known to be a member's who may post are posted as theirs. */
  private static boolean speaksForItself(Letters.Held state, Hold hold) {
    Seat seat = hold.seat() == null ? null : state.members().seats().get(hold.seat());
    return seat != null && seat.active() && seat.role() != Role.OBSERVER && !hold.unproven();
  }

  /** A convenor who lets a letter in answers for it; the entry says whose words they are. */
  private static @Nullable Letter from(Hold hold) {
    Letter l = hold.letter();
    return l == null ? null : l.from(Objects.requireNonNullElse(l.from(), hold.sender()));
  }

  private static List<Event> refuse(Letters.Held state, LetterCommand.RefuseHold c, Act act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    return List.of(new LetterEvent.HoldRefused(hold.id(), act.by(), c.note()));
  }
}
