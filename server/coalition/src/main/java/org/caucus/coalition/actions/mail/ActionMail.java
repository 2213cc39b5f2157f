package org.caucus.coalition.actions.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;

/**
 * A letter to the actions of a workspace plans one, as its head lines ask; it is its first entry.
 */
public final class ActionMail implements MailFacet<Actions.Held, NewAction> {
  @Override
  public String name() {
    return "actions";
  }

  @Override
  public Class<NewAction> targets() {
    return NewAction.class;
  }

  @Override
  public String detail() {
    return "actions";
  }

  @Override
  public Optional<NewAction> addressed(String addressee) {
    return Optional.of(new NewAction(null));
  }

  @Override
  public Scope place(Actions.Held now, NewAction target) {
    return Actions.AGENDA;
  }

  /** The person who would read it first need not be whom it is for. */
  @Override
  public Review review(
      Actions.Held now, NewAction target, MailedLetter letter, List<Event> posted) {
    return Review.REFUSED;
  }

  @Override
  public List<CommandLine> head(Actions.Held now, NewAction target) {
    return ActionMailParser.of(asks(target), now.members()::nameOf);
  }

  @Override
  public List<Event> decide(
      Actions.Held now, NewAction target, MailedLetter letter, CommandContext context) {
    List<Event> events =
        new ArrayList<>(
            ActionDecider.decide(
                now,
                asks(target).planned(letter.title(), letter.text(), letter.audience()),
                context));
    if (letter.letter() != null && events.getFirst() instanceof ActionEvent.ActionPlanned planned) {
      events.add(
          Posting.decide(
              now,
              context.by(),
              context.entry(),
              Ref.to(Ref.Kind.ACTION, planned.id()),
              Actions.AGENDA.holds(planned.audience(), context.at()),
              new Post(letter.text(), null, null, letter.letter())));
    }
    return events;
  }

  private static ActionMailFields asks(NewAction target) {
    return Objects.requireNonNullElse(target.asks(), ActionMailFields.NOTHING);
  }

  @Override
  public Optional<NewAction> origin(Event first) {
    return first instanceof ActionEvent.ActionPlanned
        ? Optional.of(new NewAction(null))
        : Optional.empty();
  }

  @Override
  public HeaderKeys keys(Actions.Held now, String addressee) {
    return ActionMailParser.keys();
  }
}
