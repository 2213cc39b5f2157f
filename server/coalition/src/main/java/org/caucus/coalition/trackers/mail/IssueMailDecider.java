package org.caucus.coalition.trackers.mail;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueDecider;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what a letter does to an issue, by the rules of the browser. Pure. */
public final class IssueMailDecider {
  private IssueMailDecider() {}

  /** A letter opens an issue. */
  public static List<Event> open(
      Issues.Held state,
      String tracker,
      String title,
      String text,
      @Nullable Audience audience,
      @Nullable EntryLetter letter,
      @Nullable IssueMailFields asked,
      CommandContext act) {
    IssueMailFields asks = asked == null ? IssueMailFields.NOTHING : asked;
    List<Event> events = new ArrayList<>();
    events.addAll(
        IssueDecider.decide(
            state,
            new IssueCommand.OpenIssue(
                tracker,
                title,
                text,
                "",
                asks.assignees() == null ? List.of() : asks.assignees(),
                asks.due(),
                audience,
                letter,
                List.of(),
                asks.change(IssueFields.USUAL, true),
                asks.quiet()),
            act));
    events.addAll(related(state, Ref.to(Ref.Kind.ISSUE, act.thing()), asks, act));
    return events;
  }

  private static List<Event> related(
      Issues.Held state, Ref issue, IssueMailFields asks, CommandContext act) {
    List<Event> events = new ArrayList<>();
    if (asks.related() != null) {
      for (IssueMailFields.Related one : asks.related()) {
        var relates = new IssueCommand.RelateIssue(issue.id(), one.kind(), one.to(), !one.off());
        events.addAll(
            one.off()
                ? unrelated(state, relates, issue, act)
                : IssueDecider.relate(state, relates, issue, act));
      }
    }
    return events;
  }

  /** From whichever end it was said: anyone who answers one sees it there, too. */
  private static List<Event> unrelated(
      Issues.Held state, IssueCommand.RelateIssue back, Ref issue, CommandContext act) {
    try {
      return IssueDecider.relate(state, back, issue, act);
    } catch (Refusal no) {
      if (no.kind() != Refusal.Kind.ABSENT || back.to().kind() != Ref.Kind.ISSUE) {
        throw notSaid(no);
      }
    }
    Issue other =
        state.issues().find(state.access(), act.by(), back.to().id()).orElseThrow(Refusal::absent);
    try {
      var there = new IssueCommand.RelateIssue(other.id(), back.kind(), issue, false);
      return IssueDecider.relate(state, there, other.ref(), act);
    } catch (Refusal no) {
      throw notSaid(no);
    }
  }

  private static Refusal notSaid(Refusal no) {
    return no.kind() == Refusal.Kind.ABSENT
        ? Refusal.conflict(Message.of("what-is-taken-back-was-not"))
        : no;
  }

  /**
   * A letter comments on an issue, whose state stays as it is unless the letter asks for another.
   */
  public static List<Event> answer(
      Issues.Held state,
      String id,
      Post post,
      @Nullable IssueMailFields asked,
      CommandContext act) {
    List<Event> events =
        new ArrayList<>(IssueDecider.decide(state, new IssueCommand.CommentIssue(id, post), act));
    events.addAll(changes(state, id, asked == null ? IssueMailFields.NOTHING : asked, act));
    return events;
  }

  /** A letter of one word changes an issue, and nothing is posted. */
  public static List<Event> act(
      Issues.Held state, String id, IssueMailFields asks, CommandContext act) {
    Issue issue = state.issues().find(state.access(), act.by(), id).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), state.issues().scope(issue));
    state.access().mustPost(act.by());
    return asks.isOnly(issue.state()) ? List.of() : changes(state, id, asks, act);
  }

  private static List<Event> changes(
      Issues.Held state, String id, IssueMailFields asks, CommandContext act) {
    List<Event> events = new ArrayList<>();
    Issue issue = state.issues().find(id).orElseThrow(Refusal::absent);
    IssueState to = asks.state();
    if (issue.state().closed() && to != null && !to.closed()) {
      events.add(new IssueEvent.IssueReopened(issue.id()));
    }
    if (asks.edits()) {
      events.add(edited(state, issue, asks));
    }
    if (asks.related() != null) {
      state.access().mustPost(act.by());
      events.addAll(related(state, issue.ref(), asks, act));
    }
    if (to != null && to.closed() && issue.state() != to) {
      events.add(new IssueEvent.IssueClosed(issue.id(), to));
    }
    if (asks.quiet()) {
      events.add(new IssueEvent.IssueQuieted(issue.id(), act.by()));
    }
    return events;
  }

  private static Event edited(Issues.Held state, Issue issue, IssueMailFields asks) {
    if (asks.assignees() != null) {
      state.access().mustAllRead("assignees", asks.assignees(), state.issues().scope(issue));
    }
    Tracker tracker = state.issues().tracker(issue.tracker()).orElseThrow();
    IssuePatch more = asks.change(issue.facets(), false);
    IssueState to = asks.state();
    return new IssueEvent.IssueEdited(
        issue.id(),
        null,
        null,
        null,
        to == null || to.closed() ? null : to,
        asks.assignees(),
        asks.dueChanged(),
        asks.due(),
        more == null
            ? null
            : more.checked(
                tracker.arrangement(), slug -> state.members().organisations().containsKey(slug)));
  }
}
