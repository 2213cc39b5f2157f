package org.caucus.letters;

import java.util.ArrayList;
import java.util.List;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.ActionDecider;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.Letter;
import org.caucus.entries.Post;
import org.caucus.issues.IssueCommand;
import org.caucus.issues.IssueDecider;
import org.caucus.lists.ListCommand;
import org.caucus.lists.ListDecider;
import org.caucus.updates.Update;
import org.caucus.updates.UpdateCommand;
import org.caucus.updates.UpdateDecider;

/** Decides what becomes of a letter, by the rules of what it wants to become. Pure. */
public final class LetterDecider {
  /** Most letters held at once in a workspace; what comes beyond is refused and its sender told. */
  public static final int MAX_HELD = 1_000;

  /**
   * How many of them may be strangers': else whoever writes a thousand letters would keep those of
   * members out, who are only asked whether they wrote them.
   */
  public static final int MAX_HELD_OF_STRANGERS = 500;

  private static final int MAX_TITLE_CHARS = 250;

  private LetterDecider() {}

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Letters.Held state, LetterCommand command, Act act) {
    return switch (command) {
      case LetterCommand.PostLetter c -> post(state, c, act);
      case LetterCommand.HoldLetter c -> hold(state, c, act);
      case LetterCommand.RefuseLetter c ->
          List.of(
              new LetterEvent.LetterRefused(
                  c.letter(), c.address(), c.sender(), c.subject(), c.reasons()));
      case LetterCommand.PassLetterOn c -> {
        state.access().mustBeActive(c.from());
        state.access().mustBeActive(c.to());
        yield List.of(new LetterEvent.LetterPassedOn(c.letter(), c.from(), c.to(), c.blob()));
      }
      case LetterCommand.DropLetter c ->
          List.of(new LetterEvent.LetterDropped(c.letter(), c.reason()));
      case LetterCommand.ApproveHold c -> approve(state, c, act);
      case LetterCommand.RefuseHold c -> refuse(state, c, act);
    };
  }

  private static List<Event> post(Letters.Held state, LetterCommand.PostLetter c, Act act) {
    Post post = new Post(c.text(), null, c.audience(), c.letter());
    String title = titleOf(c.subject(), c.text());
    return switch (c.intent()) {
      case Intent.NewThread i ->
          ListDecider.decide(state, new ListCommand.StartThread(i.list(), title, post), act);
      case Intent.NewIssue i ->
          IssueDecider.decide(
              state,
              new IssueCommand.OpenIssue(
                  i.tracker(), title, c.text(), "", List.of(), null, c.audience(), c.letter()),
              act);
      case Intent.NewUpdate i ->
          UpdateDecider.decide(
              state,
              new UpdateCommand.PostUpdate(
                  i.company(),
                  Update.Kind.STATUS,
                  Update.Stage.NOTED,
                  title,
                  c.text(),
                  Update.Attribution.ON_RECORD,
                  c.audience(),
                  c.letter().blob()),
              act);
      case Intent.Answer i -> answer(state, i, c, act);
    };
  }

  private static List<Event> answer(
      Letters.Held state, Intent.Answer intent, LetterCommand.PostLetter c, Act act) {
    Post post = new Post(c.text(), intent.answers(), c.audience(), c.letter());
    String id = intent.parent().id();
    return switch (intent.parent().kind()) {
      case THREAD -> ListDecider.decide(state, new ListCommand.AnswerThread(id, post), act);
      case ISSUE -> IssueDecider.decide(state, new IssueCommand.CommentIssue(id, post), act);
      case UPDATE -> UpdateDecider.decide(state, new UpdateCommand.CommentUpdate(id, post), act);
      case ACTION -> ActionDecider.decide(state, new ActionCommand.CommentAction(id, post), act);
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, LIST, ENTRY, HOLD, TRACKER ->
          throw Refused.absent();
    };
  }

  /** A letter without a subject is called by its first words. */
  private static String titleOf(String subject, String text) {
    String title =
        subject.isBlank() ? text.strip().lines().findFirst().orElse("") : subject.strip();
    if (title.isBlank()) {
      title = "(no subject)";
    }
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  private static List<Event> hold(Letters.Held state, LetterCommand.HoldLetter c, Act act) {
    List<Hold> held =
        state.letters().holds().values().stream()
            .filter(h -> h.state() == Hold.State.HELD)
            .toList();
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
            c.subject(),
            c.text(),
            c.letter(),
            c.reasons(),
            c.audience()));
  }

  private static List<Event> approve(Letters.Held state, LetterCommand.ApproveHold c, Act act) {
    Hold hold = open(state, c.hold(), act);
    boolean own = hold.awaits() == Hold.Awaits.SENDER;
    Letter letter = own ? hold.letter() : from(hold);
    List<Event> events = new ArrayList<>();
    events.add(new LetterEvent.HoldApproved(hold.id(), act.by()));
    events.addAll(
        post(
            state,
            new LetterCommand.PostLetter(
                hold.intent(), hold.subject(), hold.text(), letter, hold.audience()),
            act));
    return events;
  }

  /** A convenor who lets a letter in answers for it; the entry says whose words they are. */
  private static Letter from(Hold hold) {
    Letter l = hold.letter();
    return new Letter(l.blob(), l.messageId(), hold.sender(), l.damaged(), l.attachments());
  }

  private static List<Event> refuse(Letters.Held state, LetterCommand.RefuseHold c, Act act) {
    Hold hold = open(state, c.hold(), act);
    return List.of(new LetterEvent.HoldRefused(hold.id(), act.by(), c.note()));
  }

  private static Hold open(Letters.Held state, String id, Act act) {
    SeatId seat = act.by();
    Hold hold = state.letters().find(id).orElseThrow(Refused::absent);
    state.access().mustRead(seat, Letters.scope(state, hold));
    if (hold.state() != Hold.State.HELD) {
      throw Refused.conflict("This letter was decided already.");
    }
    return hold;
  }
}
