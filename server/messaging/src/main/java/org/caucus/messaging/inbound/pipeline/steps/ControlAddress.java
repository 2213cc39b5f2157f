package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import java.util.Locale;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferences;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Ends letters to addresses at which orders are taken. Who asks must be proven as who posts; where
 * nothing proves it, they are asked whether it was them. An unsubscribe address proves by itself
 * for whom mail stops: it was in no letter but theirs, and what it does can be undone.
 */
record ControlAddress(SenderTrust trust, PostingSteps.Subscriptions subscriptions)
    implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    String detail = arrival.to().detail();
    Ref.Kind kind = arrival.to().thing().kind();
    if (kind == Ref.Kind.WORKSPACE && detail.startsWith(AddressPlan.UNSUBSCRIBE)) {
      return stopped(arrival, detail.substring(AddressPlan.UNSUBSCRIBE.length()));
    }
    boolean takesOrders = kind == Ref.Kind.WORKSPACE || kind == Ref.Kind.LIST;
    if (!takesOrders || !AddressPlan.isCommand(detail)) {
      return PipelineStep.on(arrival);
    }
    boolean ofNoList = kind == Ref.Kind.WORKSPACE && isOfOneList(detail);
    return ofNoList ? PipelineStep.refuse(RefusalMessages.WHICH_LIST) : ordered(arrival);
  }

  private static boolean isOfOneList(String detail) {
    return detail.equals(AddressPlan.JOIN) || detail.equals(AddressPlan.LEAVE);
  }

  private Next stopped(PipelineContext arrival, String ticket) {
    return subscriptions
        .open(ticket, arrival.workspace())
        .map(s -> stopped(arrival, s))
        .orElse(PipelineStep.refuse(RefusalMessages.NO_SUBSCRIPTION));
  }

  private static Next stopped(PipelineContext arrival, PostingSteps.Subscription what) {
    DeliveryPreferences habits = arrival.workspace().lists().habits();
    Ref thing = what.thing();
    boolean already =
        thing != null
            ? habits.wish(what.seat(), thing) == ThreadPreference.MUTE
            : habits.now(what.seat(), what.list()).mode() == Delivery.NONE;
    MessageTarget intent =
        thing != null
            ? new LetterReply(thing, null)
            : new LetterOrders(what.list(), arrival.to().address(), "");
    return already
        ? PipelineStep.drop(RefusalMessages.UNSUBSCRIBED)
        : new End(new Verdict.Post(intent, what.seat(), what.order(), null, Audience.everyone()));
  }

  private Next ordered(PipelineContext arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.ONE_AUTHOR);
    }
    List<Seat> seats = seats(arrival, arrival.writer().person());
    if (seats.isEmpty()) {
      boolean former = !seats(arrival, arrival.writer().former()).isEmpty();
      boolean joins = arrival.to().detail().equals(AddressPlan.JOIN);
      return PipelineStep.refuse(
          former
              ? RefusalMessages.ENDED_ADDRESS
              : joins ? RefusalMessages.BY_INVITATION : RefusalMessages.NO_ORDERS);
    }
    IncomingLetter incoming = arrival.incoming();
    Ref to = arrival.to().thing();
    Seat seat = seats.getFirst();
    String list = to.kind() == Ref.Kind.LIST ? to.id() : "";
    String text = text(arrival);
    boolean proven = isProven(arrival, list);
    boolean open = asksNothing(text, incoming);
    ReplayGuard.Orders known = ReplayGuard.orders(arrival, proven);
    if (!open && known != ReplayGuard.Orders.NEW) {
      // only its author is told, and once: anyone who sends it again could have them told for ever
      return known == ReplayGuard.Orders.AGAIN && proven
          ? PipelineStep.refuse(RefusalMessages.DONE_ONCE)
          : PipelineStep.drop(RefusalMessages.DUPLICATE);
    }
    Boolean anybodys = (open && !proven) ? true : null; // of the rest its sender is asked first
    MessageTarget intent =
        new LetterOrders(list, arrival.to().address(), incoming.sender(), anybodys);
    return new End(
        open || proven
            ? new Verdict.Post(intent, seat.id(), text, null, Audience.everyone())
            : new Verdict.Hold(
                intent,
                seat.id(),
                Hold.Awaits.SENDER,
                text,
                List.of(RefusalMessages.UNPROVEN),
                null,
                true));
  }

  /** Their seats that can read the list, or any where it is the workspace's address. */
  private static List<Seat> seats(PipelineContext arrival, @Nullable String person) {
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

  private static boolean reads(PipelineContext arrival, Seat seat, Scope place) {
    return arrival.workspace().access().canRead(seat.id(), place);
  }

  private static String text(PipelineContext arrival) {
    String detail = arrival.to().detail();
    return detail.equals(AddressPlan.CONTROL) ? TextLimit.cut(arrival.text()) : detail;
  }

  /** What is told to anybody who asks needs no proof of who does. */
  private static boolean asksNothing(String text, IncomingLetter incoming) {
    String asked = text.isBlank() ? incoming.letter().subject() : text;
    return asked.isBlank() || asked.strip().toLowerCase(Locale.ROOT).equals(AddressPlan.HELP);
  }

  private boolean isProven(PipelineContext arrival, String list) {
    ModerationSettings.Proof asked =
        list.isEmpty()
            ? ModerationSettings.Proof.SIGNATURE_OR_HOST
            : arrival.workspace().letters().moderation().rule(list).proof();
    return trust.proves(arrival.incoming(), arrival.to().address(), asked);
  }
}
