package org.caucus.postmaster.steps;

import java.util.List;
import java.util.Locale;
import org.caucus.command.Ref;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.Moderation;
import org.caucus.lists.Delivery;
import org.caucus.lists.mail.Habits;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.arrival.Words;
import org.caucus.wishes.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Ends letters to addresses at which orders are taken. Who asks must be proven as who posts; where
 * nothing proves it, they are asked whether it was them. An unsubscribe address proves by itself
 * for whom mail stops: it was in no letter but theirs, and what it does can be undone.
 */
record ControlAddress(Trust trust, PostingSteps.Subscriptions subscriptions) implements Step {
  @Override
  public Next take(Arrival arrival) {
    String detail = arrival.to().detail();
    Ref.Kind kind = arrival.to().thing().kind();
    if (kind == Ref.Kind.WORKSPACE && detail.startsWith(AddressPlan.UNSUBSCRIBE)) {
      return stopped(arrival, detail.substring(AddressPlan.UNSUBSCRIBE.length()));
    }
    boolean takesOrders = kind == Ref.Kind.WORKSPACE || kind == Ref.Kind.LIST;
    if (!takesOrders || !AddressPlan.isCommand(detail)) {
      return Step.on(arrival);
    }
    boolean ofNoList = kind == Ref.Kind.WORKSPACE && isOfOneList(detail);
    return ofNoList ? Step.refuse(Words.WHICH_LIST) : ordered(arrival);
  }

  private static boolean isOfOneList(String detail) {
    return detail.equals(AddressPlan.JOIN) || detail.equals(AddressPlan.LEAVE);
  }

  private Next stopped(Arrival arrival, String ticket) {
    return subscriptions
        .open(ticket, arrival.workspace())
        .map(s -> stopped(arrival, s))
        .orElse(Step.refuse(Words.NO_SUBSCRIPTION));
  }

  private static Next stopped(Arrival arrival, PostingSteps.Subscription what) {
    Habits habits = arrival.workspace().lists().habits();
    Ref thing = what.thing();
    boolean already =
        thing != null
            ? habits.wish(what.seat(), thing) == Wish.MUTE
            : habits.now(what.seat(), what.list()).mode() == Delivery.NONE;
    Intent intent =
        thing != null
            ? new Intent.Answer(thing, null)
            : new Intent.Orders(what.list(), arrival.to().address(), "");
    return already
        ? Step.drop(Words.UNSUBSCRIBED)
        : new End(new Verdict.Post(intent, what.seat(), what.order(), null, Audience.everyone()));
  }

  private Next ordered(Arrival arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return Step.refuse(Words.ONE_AUTHOR);
    }
    List<Seat> seats = seats(arrival, arrival.writer().person());
    if (seats.isEmpty()) {
      boolean former = !seats(arrival, arrival.writer().former()).isEmpty();
      boolean joins = arrival.to().detail().equals(AddressPlan.JOIN);
      return Step.refuse(
          former ? Words.ENDED_ADDRESS : joins ? Words.BY_INVITATION : Words.NO_ORDERS);
    }
    Incoming incoming = arrival.incoming();
    Ref to = arrival.to().thing();
    Seat seat = seats.getFirst();
    String list = to.kind() == Ref.Kind.LIST ? to.id() : "";
    String text = text(arrival);
    boolean proven = isProven(arrival, list);
    boolean open = asksNothing(text, incoming);
    Once.Orders known = Once.orders(arrival, proven);
    if (!open && known != Once.Orders.NEW) {
      // only its author is told, and once: anyone who sends it again could have them told for ever
      return known == Once.Orders.AGAIN && proven
          ? Step.refuse(Words.DONE_ONCE)
          : Step.drop(Words.DUPLICATE);
    }
    Boolean anybodys = (open && !proven) ? true : null; // of the rest its sender is asked first
    Intent intent = new Intent.Orders(list, arrival.to().address(), incoming.sender(), anybodys);
    return new End(
        open || proven
            ? new Verdict.Post(intent, seat.id(), text, null, Audience.everyone())
            : new Verdict.Hold(
                intent, seat.id(), Hold.Awaits.SENDER, text, List.of(Words.UNPROVEN), null, true));
  }

  /** Their seats that can read the list, or any where it is the workspace's address. */
  private static List<Seat> seats(Arrival arrival, @Nullable String person) {
    if (person == null) {
      return List.of();
    }
    Ref to = arrival.to().thing();
    List<Seat> all = arrival.workspace().members().seatsOf(person);
    return to.kind() == Ref.Kind.WORKSPACE
        ? all
        : all.stream()
            .filter(
                s -> arrival.workspace().scopeOf(to).filter(p -> reads(arrival, s, p)).isPresent())
            .toList();
  }

  private static boolean reads(Arrival arrival, Seat seat, Scope place) {
    return arrival.workspace().access().canRead(seat.id(), place);
  }

  private static String text(Arrival arrival) {
    String detail = arrival.to().detail();
    return detail.equals(AddressPlan.CONTROL) ? TextLimit.cut(arrival.text()) : detail;
  }

  /** What is told to anybody who asks needs no proof of who does. */
  private static boolean asksNothing(String text, Incoming incoming) {
    String asked = text.isBlank() ? incoming.letter().subject() : text;
    return asked.isBlank() || asked.strip().toLowerCase(Locale.ROOT).equals(AddressPlan.HELP);
  }

  private boolean isProven(Arrival arrival, String list) {
    Moderation.Proof asked =
        list.isEmpty()
            ? Moderation.Proof.SIGNATURE_OR_HOST
            : arrival.workspace().letters().moderation().rule(list).proof();
    return trust.proves(arrival.incoming(), arrival.to().address(), asked);
  }
}
