package org.caucus.coalition.mailcommands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferenceDecider;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Decides about all orders of a letter: all are done, or none is. Each is put to the decider that
 * the browser's would meet. Pure.
 */
public final class MailCommandDecider {
  /** What stands for the notices where deciders name a list. */
  private static final String NOTICES = "";

  private final Lists.Held state;
  private final RequesterSeats seats;
  private final CommandContext act;
  private final Map<String, DeliveryPreference> habits = new LinkedHashMap<>();
  private final Map<SeatId, PersonalMailSettings> personal = new LinkedHashMap<>();
  private final Map<String, List<Event>> changes = new LinkedHashMap<>();

  private MailCommandDecider(Lists.Held state, CommandContext act) {
    this.state = state;
    this.act = act;
    this.seats = RequesterSeats.of(state, act.by());
  }

  /**
   * What is decided.
   *
   * @param changes what is different from now on; nothing if any line has a fault
   */
  public record Decision(List<CommandResult> lines, List<Event> changes) {
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
      Lists.Held state, String text, String subject, String list, CommandContext act) {
    state.access().mustBeActive(act.by());
    return new MailCommandDecider(state, act).all(CommandParser.read(text, subject, list));
  }

  private Decision all(List<CommandParser.Read> read) {
    List<CommandResult> lines = new ArrayList<>();
    boolean faulty = false;
    for (CommandParser.Read one : read) {
      Message fault = one.order() == null ? one.fault() : tried(one.order());
      lines.add(CommandResult.of(one.text(), fault));
      faulty |= fault != null;
    }
    return new Decision(
        lines, faulty ? List.of() : changes.values().stream().flatMap(List::stream).toList());
  }

  private @Nullable Message tried(MailCommand order) {
    try {
      obey(order);
      return null;
    } catch (Refusal e) {
      return e.message();
    }
  }

  private void obey(MailCommand order) {
    switch (order) {
      case MailCommand.Help o -> {}
      case MailCommand.Lists o -> {}
      case MailCommand.Which o -> {}
      case MailCommand.Why o -> {}
      case MailCommand.Get o -> {}
      case MailCommand.Speak
              o -> {} // of the person, not of the workspace: done when this was committed
      case MailCommand.Search o -> {}
      case MailCommand.Join o -> each(o.list(), MailCommandDecider::again);
      case MailCommand.Zone o -> seats.all().forEach(s -> change(s, before -> before.at(o.zone())));
      case MailCommand.Echo o ->
          seats.all().forEach(s -> change(s, before -> before.echoing(o.on())));
      case MailCommand.SetMode o -> each(o.list(), h -> h.in(o.mode()));
      case MailCommand.Hear o -> seats.all().forEach(s -> change(s, before -> heard(before, o)));
      case MailCommand.Suspend o -> pause(o.list(), o.pause());
      case MailCommand.Resume o -> pause(o.list(), null);
      case MailCommand.Who o -> mustKnow(o.list());
      case MailCommand.Index o -> list(o.list());
    }
  }

  /** Changes one habit. */
  @FunctionalInterface
  private interface Change {
    DeliveryPreference of(DeliveryPreference before);
  }

  private void each(String name, Change change) {
    if (name.equals(MailCommand.NOTICES)
        || (ParsedCommandLine.isNotices(name) && seats.list(name).isEmpty())) {
      seats.all().forEach(s -> choose(s, NOTICES, change));
      return;
    }
    MailingList list = list(name);
    seats.reading(list).forEach(s -> choose(s, list.slug(), change));
  }

  private static DeliveryPreference again(DeliveryPreference before) {
    return before.mode() == Delivery.NONE ? before.in(Delivery.EACH) : before;
  }

  private void pause(String name, @Nullable MailPause pause) {
    if (name.equals(MailCommand.ALL)) {
      seats.all().forEach(s -> pauseAll(s, pause));
    } else {
      each(name, h -> new DeliveryPreference(h.mode(), h.own(), h.copies(), h.links(), pause));
    }
  }

  private void choose(Seat seat, String list, Change change) {
    String key = seat.id().value() + " " + list;
    DeliveryPreference now = state.lists().habits().now(seat.id(), list);
    DeliveryPreference wished = change.of(habits.getOrDefault(key, now));
    List<Event> events =
        DeliveryPreferenceDecider.decide(
            state, new ListCommand.ChooseDelivery(list, wished), by(seat));
    habits.put(key, wished);
    changes.put(key, wished.equals(now) ? List.of() : events);
  }

  private void pauseAll(Seat seat, @Nullable MailPause pause) {
    change(seat, before -> before.paused(pause));
  }

  private static PersonalMailSettings heard(PersonalMailSettings before, MailCommand.Hear order) {
    return order.kind() != null
        ? before.hearing(order.kind(), order.way())
        : before.weekly(Objects.requireNonNull(order.weekly()), order.way().isMail());
  }

  private void change(Seat seat, UnaryOperator<PersonalMailSettings> how) {
    PersonalMailSettings now = state.lists().habits().now(seat.id());
    PersonalMailSettings before = personal.getOrDefault(seat.id(), now);
    PersonalMailSettings wished = how.apply(before);
    Delivery notices = state.lists().habits().now(seat.id(), NOTICES).mode();
    List<Event> events =
        DeliveryPreferenceDecider.decide(
            state, new ListCommand.ChoosePersonalMail(wished, notices), by(seat));
    personal.put(seat.id(), wished);
    changes.put(seat.id().value(), wished.equals(now) ? List.of() : events);
  }

  private CommandContext by(Seat seat) {
    return new CommandContext(act.id(), act.at(), seat.id(), act.thing(), act.entry());
  }

  private void mustKnow(String name) {
    if (!name.equals(MailCommand.ALL)) {
      Objects.requireNonNull(list(name));
    }
  }

  private MailingList list(String name) {
    return seats.list(name).orElseThrow(() -> Refusal.invalid("list", CommandParser.NO_LIST));
  }
}
