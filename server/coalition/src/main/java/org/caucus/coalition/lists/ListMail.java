package org.caucus.coalition.lists;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;

/** A letter to the address of a list starts a thread there. */
final class ListMail implements MailFacet<Lists.Held, NewThread> {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public Class<NewThread> targets() {
    return NewThread.class;
  }

  @Override
  public Ref.Kind addressees() {
    return Ref.Kind.LIST;
  }

  @Override
  public Optional<NewThread> addressed(String addressee) {
    return Optional.of(new NewThread(addressee));
  }

  @Override
  public Scope place(Lists.Held now, NewThread target) {
    return now.lists().list(target.list()).orElseThrow().scope();
  }

  @Override
  public Optional<String> list(Lists.Held now, NewThread target) {
    return Optional.of(target.list());
  }

  @Override
  public boolean isBeside(Lists.Held now, NewThread target, Ref answered) {
    return answered.kind() == Ref.Kind.THREAD
        && now.lists().thread(answered.id()).stream().anyMatch(t -> t.isOrWasOn(target.list()));
  }

  @Override
  public List<Event> decide(
      Lists.Held now, NewThread target, MailedLetter letter, CommandContext context) {
    Post post = new Post(letter.text(), null, letter.audience(), letter.letter());
    return ListDecider.decide(
        now, new ListCommand.StartThread(target.list(), letter.title(), post), context);
  }

  @Override
  public Optional<NewThread> origin(Event first) {
    return first instanceof ListEvent.ThreadStarted e
            && !e.list().equals(MailingList.CONVERSATIONS.slug())
        ? Optional.of(new NewThread(e.list()))
        : Optional.empty();
  }
}
