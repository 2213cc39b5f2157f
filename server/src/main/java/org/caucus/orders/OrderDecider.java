package org.caucus.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.lists.Lists;
import org.caucus.lists.MailingList;
import org.caucus.lists.mail.Habit;
import org.caucus.lists.mail.HabitDecider;
import org.caucus.lists.mail.Pause;
import org.caucus.lists.mail.Personal;
import org.caucus.members.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Decides about all orders of a letter: all are done, or none is. Each is put to the decider that
 * the browser's would meet. Pure.
 */
public final class OrderDecider {
  /** What stands for the notices where deciders name a list. */
  private static final String NOTICES = "";

  private final Lists.Held state;
  private final Seats seats;
  private final Act act;
  private final Map<String, Habit> habits = new LinkedHashMap<>();
  private final Map<SeatId, Personal> personal = new LinkedHashMap<>();
  private final Map<String, List<Event>> changes = new LinkedHashMap<>();

  private OrderDecider(Lists.Held state, Act act) {
    this.state = state;
    this.act = act;
    this.seats = Seats.of(state, act.by());
  }

  /**
   * What is decided.
   *
   * @param changes what is different from now on; nothing if any line has a fault
   */
  public record Decision(List<Line> lines, List<Event> changes) {
    /** Copies that nobody else can change. */
    public Decision {
      lines = List.copyOf(lines);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Decides about the orders of a letter.
   *
   * @param list the list whose address it came to; empty for the workspace's
   */
  public static Decision decide(
      Lists.Held state, String text, String subject, String list, Act act) {
    state.access().mustBeActive(act.by());
    return new OrderDecider(state, act).all(Script.read(text, subject, list));
  }

  private Decision all(List<Script.Read> read) {
    List<Line> lines = new ArrayList<>();
    boolean faulty = false;
    for (Script.Read one : read) {
      String fault = one.order() == null ? one.fault() : tried(one.order());
      lines.add(new Line(one.text(), fault.isEmpty() ? null : fault));
      faulty |= !fault.isEmpty();
    }
    return new Decision(
        lines, faulty ? List.of() : changes.values().stream().flatMap(List::stream).toList());
  }

  private String tried(Order order) {
    try {
      obey(order);
      return "";
    } catch (Refused e) {
      return e.why();
    }
  }

  private void obey(Order order) {
    switch (order) {
      case Order.Help o -> {}
      case Order.Lists o -> {}
      case Order.Which o -> {}
      case Order.Why o -> {}
      case Order.Get o -> {}
      case Order.Speak o -> {} // of the person, not of the workspace: done when this was committed
      case Order.Search o -> {}
      case Order.Join o -> each(o.list(), OrderDecider::again);
      case Order.Zone o -> seats.all().forEach(s -> change(s, before -> before.at(o.zone())));
      case Order.Echo o -> seats.all().forEach(s -> change(s, before -> before.echoing(o.on())));
      case Order.SetMode o -> each(o.list(), h -> h.in(o.mode()));
      case Order.Hear o -> seats.all().forEach(s -> change(s, before -> heard(before, o)));
      case Order.Suspend o -> pause(o.list(), o.pause());
      case Order.Resume o -> pause(o.list(), null);
      case Order.Who o -> mustKnow(o.list());
      case Order.Index o -> list(o.list());
    }
  }

  /** Changes one habit. */
  @FunctionalInterface
  private interface Change {
    Habit of(Habit before);
  }

  private void each(String name, Change change) {
    if (name.equals(Order.NOTICES) || (Spoken.isNotices(name) && seats.list(name).isEmpty())) {
      seats.all().forEach(s -> choose(s, NOTICES, change));
      return;
    }
    MailingList list = list(name);
    seats.reading(list).forEach(s -> choose(s, list.slug(), change));
  }

  private static Habit again(Habit before) {
    return before.mode() == Delivery.NONE ? before.in(Delivery.EACH) : before;
  }

  private void pause(String name, @Nullable Pause pause) {
    if (name.equals(Order.ALL)) {
      seats.all().forEach(s -> pauseAll(s, pause));
    } else {
      each(name, h -> new Habit(h.mode(), h.own(), h.copies(), h.links(), pause));
    }
  }

  private void choose(Seat seat, String list, Change change) {
    String key = seat.id().value() + " " + list;
    Habit now = state.lists().habits().now(seat.id(), list);
    Habit wished = change.of(habits.getOrDefault(key, now));
    List<Event> events =
        HabitDecider.decide(state, new ListCommand.ChooseDelivery(list, wished), by(seat));
    habits.put(key, wished);
    changes.put(key, wished.equals(now) ? List.of() : events);
  }

  private void pauseAll(Seat seat, @Nullable Pause pause) {
    change(seat, before -> before.paused(pause));
  }

  private static Personal heard(Personal before, Order.Hear order) {
    return order.kind() != null
        ? before.hearing(order.kind(), order.way())
        : before.weekly(Objects.requireNonNull(order.weekly()), order.way().isMail());
  }

  private void change(Seat seat, UnaryOperator<Personal> how) {
    Personal now = state.lists().habits().now(seat.id());
    Personal before = personal.getOrDefault(seat.id(), now);
    Personal wished = how.apply(before);
    Delivery notices = state.lists().habits().now(seat.id(), NOTICES).mode();
    List<Event> events =
        HabitDecider.decide(state, new ListCommand.ChoosePersonalMail(wished, notices), by(seat));
    personal.put(seat.id(), wished);
    changes.put(seat.id().value(), wished.equals(now) ? List.of() : events);
  }

  private Act by(Seat seat) {
    return new Act(act.id(), act.at(), seat.id(), act.thing(), act.entry());
  }

  private void mustKnow(String name) {
    if (!name.equals(Order.ALL)) {
      Objects.requireNonNull(list(name));
    }
  }

  private MailingList list(String name) {
    return seats.list(name).orElseThrow(() -> Refused.invalid("list", Script.NO_LIST));
  }
}
