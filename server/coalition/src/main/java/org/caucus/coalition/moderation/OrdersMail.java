package org.caucus.coalition.moderation;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.mailcommands.MailCommandDecider;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;

/** Orders are carried out, and nobody but who is asked about them reads them. */
final class OrdersMail implements MailFacet<HeldLetters.Held, LetterOrders> {
  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Class<LetterOrders> targets() {
    return LetterOrders.class;
  }

  @Override
  public Scope place(HeldLetters.Held now, LetterOrders target) {
    return Scope.place(Audience.everyone());
  }

  @Override
  public boolean isForPlace() {
    return false;
  }

  @Override
  public boolean isModerated() {
    return false;
  }

  @Override
  public List<Event> decide(
      HeldLetters.Held now, LetterOrders orders, MailedLetter letter, CommandContext act) {
    MailCommandDecider.Decision decision =
        MailCommandDecider.decide(now, letter.text(), letter.subject(), orders.list(), act);
    List<Event> events = new ArrayList<>();
    events.add(
        new LetterEvent.LetterObeyed(
            act.thing(),
            orders.list(),
            orders.address(),
            orders.sender(),
            act.by(),
            letter.messageId(),
            decision.lines(),
            orders.unproven()));
    events.addAll(decision.changes());
    return events;
  }
}
