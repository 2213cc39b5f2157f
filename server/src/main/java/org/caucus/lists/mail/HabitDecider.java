package org.caucus.lists.mail;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.lists.ListEvent;
import org.caucus.lists.Lists;
import org.caucus.lists.MailingList;
import org.caucus.members.Terms;
import org.caucus.wishes.Chosen;
import org.caucus.wishes.Kind;
import org.caucus.wishes.Way;
import org.jspecify.annotations.Nullable;

/** Decides how members get their mail, and how it looks. Pure. */
public final class HabitDecider {
  /** What stands for the notices of the workspace where a list is named. */
  static final String NOTICES = "";

  private static final Set<Ref.Kind> CAN_BE_FOLLOWED =
      Set.of(Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private HabitDecider() {}

  /** Another mode for a list, the rest as it was. */
  public static List<Event> decide(Lists.Held state, ListCommand.SetDelivery c, Act act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    mustFit(c.list(), c.mode());
    return List.of(new ListEvent.DeliverySet(seat, c.list(), c.mode()));
  }

  /**
   * How the mail of lists comes to somebody who takes a seat now, as was stated when they were
   * invited. What they would not read, or is not here any more, is passed over.
   */
  public static List<Event> newcomer(
      Lists.Held state, SeatId seat, String organisation, Terms terms) {
    List<Event> chosen = new ArrayList<>();
    for (Terms.Mail wish : terms.mail()) {
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
  public static List<Event> decide(Lists.Held state, ListCommand.ChooseDelivery c, Act act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    mustFit(c.list(), c.habit().mode());
    mustFit(c.habit().pause());
    return List.of(new ListEvent.DeliveryChosen(seat, c.list(), c.habit()));
  }

  /** What holds for all one's mail. */
  public static List<Event> decide(Lists.Held state, ListCommand.ChoosePersonalMail c, Act act) {
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
  public static List<Event> decide(Lists.Held state, ListCommand.ChooseThing c, Act act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    if (!CAN_BE_FOLLOWED.contains(c.of().kind())) {
      throw Refused.absent();
    }
    state.access().mustRead(seat, state.scopeOf(c.of()).orElseThrow(Refused::absent));
    return List.of(new ListEvent.ThingChosen(seat, c.of(), c.wish()));
  }

  /** How the letters of a list look. */
  public static List<Event> decide(Lists.Held state, ListCommand.StyleList c, Act act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    state.access().mustConvene(seat);
    mustFit(c.style());
    return List.of(new ListEvent.ListStyled(c.list(), c.style(), seat));
  }

  /** What the letters of a list tell of their authors and readers. */
  public static List<Event> decide(Lists.Held state, ListCommand.ChoosePrivacy c, Act act) {
    SeatId seat = mustReadIts(state, c.list(), act);
    state.access().mustConvene(seat);
    return List.of(new ListEvent.PrivacyChosen(c.list(), c.privacy(), seat));
  }

  private static SeatId mustReadIts(Lists.Held state, String list, Act act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    if (!list.isEmpty()) {
      MailingList found = state.lists().list(list).orElseThrow(Refused::absent);
      state.access().mustRead(seat, found.scope());
    }
    return seat;
  }

  private static void mustFit(String list, Delivery mode) {
    if (list.isEmpty() && mode != Delivery.EACH && mode != Delivery.NONE) {
      throw Refused.invalid("mode", "Notices come one by one, or not at all.");
    }
  }

  private static void mustFit(@Nullable Pause pause) {
    if (pause == null) {
      return;
    }
    if (pause.until().isBefore(pause.from())) {
      throw Refused.invalid("pause", "A pause ends on the day it begins, or later.");
    }
    if (ChronoUnit.DAYS.between(pause.from(), pause.until()) >= Pause.MAX_DAYS) {
      throw Refused.invalid("pause", "A pause has at most " + Pause.MAX_DAYS + " days.");
    }
  }

  private static void mustFit(@Nullable Quiet quiet) {
    if (quiet != null && (quiet.minutes() == 0 || quiet.minutes() > Quiet.MAX_MINUTES)) {
      throw Refused.invalid(
          "quiet", "Quiet hours are at most " + Quiet.MAX_MINUTES / 60 + " hours of a day.");
    }
  }

  private static void mustFit(List<Chosen> ways) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Chosen chosen : ways) {
      if (!kinds.add(chosen.kind())) {
        throw Refused.invalid("ways", "A kind of notice comes in one way: name each kind once.");
      }
      if (chosen.kind() == Kind.DECISION && chosen.way() != Way.AT_ONCE) {
        throw Refused.invalid(
            "ways", "What waits for your decision comes at once: somebody waits for it.");
      }
    }
  }

  private static void mustFit(Style style) {
    if (style.tag().length() > Style.MAX_TAG_CHARS || !isLine(style.tag())) {
      throw Refused.invalid(
          "tag", "A tag is one line of at most " + Style.MAX_TAG_CHARS + " characters.");
    }
    boolean plain = style.footer().lines().allMatch(HabitDecider::isLine);
    if (style.footer().length() > Style.MAX_FOOTER_CHARS || !plain) {
      throw Refused.invalid(
          "footer", "A footer is text of at most " + Style.MAX_FOOTER_CHARS + " characters.");
    }
  }

  private static boolean isLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl) && text.equals(text.strip());
  }
}
