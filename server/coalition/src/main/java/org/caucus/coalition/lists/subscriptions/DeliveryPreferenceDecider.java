package org.caucus.coalition.lists.subscriptions;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.RosterStatement;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides how members get their mail, and how it looks. Pure. */
public final class DeliveryPreferenceDecider {
  /** What stands for the notices of the workspace where a list is named. */
  static final String NOTICES = "";

  private static final Set<Ref.Kind> CAN_BE_FOLLOWED =
      Set.of(
          Ref.Kind.THREAD,
          Ref.Kind.ISSUE,
          Ref.Kind.UPDATE,
          Ref.Kind.ACTION,
          Ref.Kind.POLL,
          Ref.Kind.REVIEW);

  private DeliveryPreferenceDecider() {}

  /** Another mode for a list, the rest as it was. */
  public static List<Event> decide(
      Lists.Held state, ListCommand.SetDelivery c, CommandContext act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    mustFit(c.list(), c.mode());
    return List.of(new ListEvent.DeliverySet(seat, c.list(), c.mode()));
  }

  /**
   * How the mail of lists comes to somebody who takes a seat now, as was stated when they were
   * invited. What they would not read, or is not here any more, is passed over.
   */
  public static List<Event> newcomer(
      Lists.Held state, SeatId seat, String organisation, RosterStatement terms) {
    List<Event> chosen = new ArrayList<>();
    for (RosterStatement.Mail wish : terms.mail()) {
      Delivery mode = Delivery.valueOf(wish.mode());
      state
          .lists()
          .list(wish.list())
          .filter(list -> state.access().newcomerReads(organisation, list.scope()))
          .filter(list -> mode != Delivery.EACH)
          .ifPresent(list -> chosen.add(new ListEvent.DeliverySet(seat, list.slug(), mode)));
    }
    return chosen;
  }

  /** All about the mail of a list. */
  public static List<Event> decide(
      Lists.Held state, ListCommand.ChooseDelivery c, CommandContext act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    mustFit(c.list(), c.habit().mode());
    mustFit(c.habit().pause());
    return List.of(new ListEvent.DeliveryChosen(seat, c.list(), c.habit()));
  }

  /** What holds for all one's mail. */
  public static List<Event> decide(
      Lists.Held state, ListCommand.ChoosePersonalMail c, CommandContext act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    mustFit(c.personal().pause());
    mustFit(c.personal().quiet());
    mustFit(c.personal().ways());
    mustFit(NOTICES, c.notices());
    ListEvent chosen = new ListEvent.PersonalMailChosen(seat, c.personal());
    return state.lists().habits().now(seat, NOTICES).mode() == c.notices()
        ? List.of(chosen)
        : List.of(chosen, new ListEvent.DeliverySet(seat, NOTICES, c.notices()));
  }

  /** What one wants to hear of a thing; of what one cannot read nothing can be wished. */
  public static List<Event> decide(
      Lists.Held state, ListCommand.ChooseThing c, CommandContext act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    if (!CAN_BE_FOLLOWED.contains(c.of().kind())) {
      throw Refusal.absent();
    }
    state.access().mustRead(seat, state.scopeOf(c.of()).orElseThrow(Refusal::absent));
    return List.of(new ListEvent.ThingChosen(seat, c.of(), c.wish()));
  }

  /** How the letters of a list look. */
  public static List<Event> decide(Lists.Held state, ListCommand.StyleList c, CommandContext act) {
    SeatId seat = mustConvene(state, c.list(), act);
    mustFit(c.style());
    return List.of(new ListEvent.ListStyled(c.list(), c.style(), seat));
  }

  /** What the letters of a list tell of their authors and readers. */
  public static List<Event> decide(
      Lists.Held state, ListCommand.ChoosePrivacy c, CommandContext act) {
    SeatId seat = mustConvene(state, c.list(), act);
    return List.of(new ListEvent.PrivacyChosen(c.list(), c.privacy(), seat));
  }

  private static SeatId mustConvene(Lists.Held state, String list, CommandContext act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    MailingList opened = state.lists().opened(list).orElseThrow(Refusal::absent);
    state.access().mustRead(seat, opened.scope());
    state.access().mustConvene(seat);
    return seat;
  }

  private static SeatId mustReadIts(Lists.Held state, String list, CommandContext act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    if (!list.isEmpty()) {
      MailingList found = state.lists().list(list).orElseThrow(Refusal::absent);
      state.access().mustRead(seat, found.scope());
    }
    return seat;
  }

  private static void mustFit(String list, Delivery mode) {
    if (list.isEmpty() && mode != Delivery.EACH && mode != Delivery.NONE) {
      throw Refusal.invalid("mode", Message.of("notices-come-one-by-one-or"));
    }
  }

  private static void mustFit(@Nullable MailPause pause) {
    if (pause == null) {
      return;
    }
    if (pause.until().isBefore(pause.from())) {
      throw Refusal.invalid("pause", Message.of("a-pause-ends-on-the-day"));
    }
    if (ChronoUnit.DAYS.between(pause.from(), pause.until()) >= MailPause.MAX_DAYS) {
      throw Refusal.invalid(
          "pause", Message.of("a-pause-has-at-most-days", "limit", MailPause.MAX_DAYS));
    }
  }

  private static void mustFit(@Nullable QuietHours quiet) {
    if (quiet != null && (quiet.minutes() == 0 || quiet.minutes() > QuietHours.MAX_MINUTES)) {
      throw Refusal.invalid(
          "quiet",
          Message.of("quiet-hours-are-at-most-hours", "limit", QuietHours.MAX_MINUTES / 60));
    }
  }

  private static void mustFit(List<ChannelChoice> ways) {
    Set<NotificationReason> kinds = EnumSet.noneOf(NotificationReason.class);
    for (ChannelChoice chosen : ways) {
      if (!kinds.add(chosen.kind())) {
        throw Refusal.invalid("ways", Message.of("a-kind-of-notice-comes-in"));
      }
      if (chosen.kind() == NotificationReason.DECISION
          && chosen.way() != NotificationChannel.AT_ONCE) {
        throw Refusal.invalid("ways", Message.of("what-waits-for-your-decision-comes"));
      }
    }
  }

  private static void mustFit(ListStyle style) {
    if (style.tag().length() > ListStyle.MAX_TAG_CHARS || !isLine(style.tag())) {
      throw Refusal.invalid(
          "tag", Message.of("a-tag-is-one-line-of", "limit", ListStyle.MAX_TAG_CHARS));
    }
    boolean plain = style.footer().lines().allMatch(DeliveryPreferenceDecider::isLine);
    if (style.footer().length() > ListStyle.MAX_FOOTER_CHARS || !plain) {
      throw Refusal.invalid(
          "footer", Message.of("a-footer-is-text-of-at", "limit", ListStyle.MAX_FOOTER_CHARS));
    }
  }

  private static boolean isLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl) && text.equals(text.strip());
  }
}
