package org.caucus.coalition.lists;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferenceDecider;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides what happens on lists. Pure. */
public final class ListDecider {
  /** Most lists of a workspace. */
  public static final int MAX_LISTS = 200;

  private ListDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Lists.Held state, ListCommand command, CommandContext act) {
    return switch (command) {
      case ListCommand.OpenList c -> open(state, c, act);
      case ListCommand.StartThread c -> start(state, c, act);
      case ListCommand.AnswerThread c -> answer(state, c, act);
      case ListCommand.SetDelivery c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.ChooseDelivery c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.ChoosePersonalMail c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.ChooseThing c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.DescribeList c -> describe(state, c, act);
      case ListCommand.StyleList c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.ChoosePrivacy c -> DeliveryPreferenceDecider.decide(state, c, act);
      case ListCommand.SuspendMail c -> suspend(state, c);
      case ListCommand.ResumeMail c -> resume(state, c, act);
      case ListCommand.HintDeparture c -> hint(state, c);
      case ListCommand.SetMailContent c -> setContent(state, c, act);
    };
  }

  private static List<Event> open(Lists.Held state, ListCommand.OpenList c, CommandContext act) {
    Access access = state.access();
    access.mustConvene(act.by());
    if (c.slug().equals(MailingList.CONVERSATIONS.slug())) {
      throw AddressRegistry.taken(c.localPart());
    }
    Optional<MailingList> same = state.lists().opened(c.slug());
    same.filter(l -> access.canRead(act.by(), l.scope())).ifPresent(ListDecider::refuseAnother);
    // counted are those the asker reads: a limit that counts others would tell of them (R8)
    long read =
        state.lists().lists().values().stream()
            .filter(l -> access.canRead(act.by(), l.scope()))
            .count();
    if (read >= MAX_LISTS) {
      throw Refusal.conflict(Message.of("a-workspace-has-at-most-lists", "limit", MAX_LISTS));
    }
    Audience ceiling = access.choose(act.by(), Scope.place(Audience.everyone()), c.audience());
    String name = NameRule.fresh(c.name(), others(state, c.slug(), act.by()));
    if (same.isPresent()) {
      throw AddressRegistry.taken(
          c.localPart()); // like one of another workspace, and after all else is in order
    }
    return List.of(
        new ListEvent.ListOpened(
            c.slug(), name, c.description(), c.localPart(), ceiling, ListPrivacy.USUAL));
  }

  /**
   * Names of other lists, as far as this seat reads them: one that it cannot is not told of (R8).
   */
  private static Stream<String> others(Lists.Held state, String slug, SeatId by) {
    Access access = state.access();
    return state.lists().lists().values().stream()
        .filter(l -> !l.slug().equals(slug) && access.canRead(by, l.scope()))
        .map(MailingList::name);
  }

  private static List<Event> describe(
      Lists.Held state, ListCommand.DescribeList c, CommandContext act) {
    Access access = state.access();
    SeatId by = access.mustBeActive(act.by()).id();
    MailingList list = state.lists().opened(c.list()).orElseThrow(Refusal::absent);
    access.mustRead(by, list.scope());
    access.mustConvene(by);
    list.words().mustBe(c.was());
    Described said = new Described(NameRule.readable(c.name()), c.description().strip());
    if (said.equals(list.words())) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    NameRule.mustBeFree(said.name(), others(state, list.slug(), by));
    return List.of(
        new ListEvent.ListDescribed(list.slug(), said.name(), list.name(), said.description(), by));
  }

  private static void refuseAnother(MailingList same) {
    throw Refusal.conflict(
        Message.of("the-short-name-is-that-of-the-list", "slug", same.slug(), "list", same.name()));
  }

  private static List<Event> start(
      Lists.Held state, ListCommand.StartThread c, CommandContext act) {
    SeatId author = act.by();
    Access access = state.access();
    MailingList list = state.lists().list(c.list()).orElseThrow(Refusal::absent);
    access.mustRead(author, list.scope());
    Audience audience = access.choose(author, list.scope(), c.post().audience());
    if (list.equals(MailingList.CONVERSATIONS)) {
      Conversations.mustStart(state, audience, act);
    }
    ListEvent.ThreadStarted started =
        new ListEvent.ThreadStarted(act.thing(), list.slug(), c.subject(), audience, author);
    Scope scope = list.scope().holds(audience, act.at());
    return List.of(
        started,
        Posting.decide(
            state, author, act.entry(), Ref.to(Ref.Kind.THREAD, act.thing()), scope, c.post()));
  }

  /** From a page or a program, which can be told at once that a thread is locked. */
  private static List<Event> answer(
      Lists.Held state, ListCommand.AnswerThread c, CommandContext act) {
    List<Event> posted = reply(state, c, act);
    ThreadDecider.mustBeOpen(state, whereTo(state, c, act.by()), act.by());
    return posted;
  }

  /**
   * A reply, whether its thread is locked or not: one by mail waits for a convenor, and one that a
   * convenor approved is posted.
   */
  public static List<Event> reply(
      Lists.Held state, ListCommand.AnswerThread c, CommandContext act) {
    Thread written = state.lists().thread(c.thread()).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), state.lists().scope(written));
    Thread thread = whereTo(state, c, act.by());
    Conversations.mustBeIn(state, thread, act.by());
    Scope scope = state.lists().writing(written, thread);
    return List.of(Posting.decide(state, act.by(), act.entry(), thread.ref(), scope, c.post()));
  }

  /**
   * In the thread, or where that, or what is answered, went since its author looked. What they
   * cannot read leads nowhere.
   */
  private static Thread whereTo(Lists.Held state, ListCommand.AnswerThread c, SeatId by) {
    Thread thread = state.lists().thread(c.thread()).orElseThrow(Refusal::absent);
    String answers =
        Optional.ofNullable(c.post().answers())
            .filter(id -> state.canRead(by, Ref.to(Ref.Kind.ENTRY, id)))
            .orElse(null);
    return state.lists().whereTo(thread, state.entries(), answers);
  }

  private static List<Event> suspend(Lists.Held state, ListCommand.SuspendMail c) {
    state.access().mustBeActive(c.seat());
    if (state.lists().trouble(c.seat()).suspended() != null) {
      throw Refusal.conflict(Message.of("mail-to-this-seat-is-held"));
    }
    return List.of(new ListEvent.MailSuspended(c.seat()));
  }

  private static List<Event> resume(
      Lists.Held state, ListCommand.ResumeMail c, CommandContext act) {
    Access access = state.access();
    access.mustBeActive(act.by());
    if (!c.seat().equals(act.by())) {
      access.mustConvene(act.by());
    }
    access.mustBeActive(c.seat());
    if (state.lists().trouble(c.seat()).equals(Lists.Trouble.NONE)) {
      throw Refusal.conflict(Message.of("mail-to-this-seat-is-being"));
    }
    return List.of(new ListEvent.MailResumed(c.seat()));
  }

  private static List<Event> hint(Lists.Held state, ListCommand.HintDeparture c) {
    state.access().mustBeActive(c.seat());
    if (state.lists().trouble(c.seat()).hinted() != null) {
      throw Refusal.conflict(Message.of("this-is-known-already"));
    }
    return List.of(new ListEvent.DepartureHinted(c.seat()));
  }

  private static List<Event> setContent(
      Lists.Held state, ListCommand.SetMailContent c, CommandContext act) {
    SeatId seat = state.access().mustBeActive(act.by()).id();
    state.access().mustConvene(seat);
    c.content().mustFit(state.members());
    return List.of(new ListEvent.MailContentSet(c.content(), seat));
  }
}
