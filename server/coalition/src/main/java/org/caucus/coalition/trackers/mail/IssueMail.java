package org.caucus.coalition.trackers.mail;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.SubjectSettings;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** A letter to the address of a tracker opens an issue there. */
public final class IssueMail implements MailFacet<Issues.Held, NewIssue> {
  @Override
  public String name() {
    return "tracker";
  }

  @Override
  public Class<NewIssue> targets() {
    return NewIssue.class;
  }

  @Override
  public Ref.Kind addressees() {
    return Ref.Kind.TRACKER;
  }

  @Override
  public Optional<NewIssue> addressed(String addressee) {
    return Optional.of(new NewIssue(addressee));
  }

  @Override
  public Scope place(Issues.Held now, NewIssue target) {
    return now.issues().tracker(target.tracker()).orElseThrow().scope();
  }

  /** Companies read what a stranger wrote if somebody chooses that. */
  @Override
  public Optional<Audience> usual(Issues.Held now, NewIssue target, @Nullable SeatId author) {
    return now.issues()
        .tracker(target.tracker())
        .map(
            tracker ->
                author == null ? nobodys(now, tracker) : tracker.opensFor(now.access(), author));
  }

  private static Audience nobodys(Issues.Held now, Tracker tracker) {
    Audience place = tracker.scope().audience();
    return tracker
        .usual(now.access())
        .orElse(place instanceof Audience.Everyone ? Audience.civilSociety() : place);
  }

  @Override
  public boolean isBeside(Issues.Held now, NewIssue target, Ref answered) {
    return answered.kind() == Ref.Kind.ISSUE
        && now.issues().find(answered.id()).stream()
            .anyMatch(issue -> issue.tracker().equals(target.tracker()));
  }

  @Override
  public List<Event> decide(
      Issues.Held now, NewIssue target, MailedLetter letter, CommandContext context) {
    return IssueMailDecider.open(
        now,
        target.tracker(),
        letter.title(SubjectSettings.title(letter.subject())),
        letter.text(),
        letter.audience(),
        letter.letter(),
        target.asks(),
        context);
  }

  @Override
  public Optional<NewIssue> origin(Event first) {
    return first instanceof IssueEvent.IssueOpened e
        ? Optional.of(new NewIssue(e.tracker()))
        : Optional.empty();
  }

  @Override
  public HeaderKeys keys(Issues.Held now, String addressee) {
    return now.issues().tracker(addressee).map(IssueMailParser::keys).orElse(HeaderKeys.NONE);
  }
}
