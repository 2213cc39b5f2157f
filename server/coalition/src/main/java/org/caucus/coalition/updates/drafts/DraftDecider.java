package org.caucus.coalition.updates.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of drafts. Pure. */
public final class DraftDecider {
  /** How far ahead an update can be put, at most. */
  public static final Duration AHEAD = Duration.ofDays(366);

  /** Drafts of one company that may be open at a time. */
  public static final int MOST_OPEN = 100;

  private DraftDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Updates.Held state, DraftCommand command, CommandContext act) {
    return switch (command) {
      case DraftCommand.ConfirmDraft c -> confirm(state, c, act);
      case DraftCommand.ReturnDraft c -> sendBack(state, c, act);
      case DraftCommand.DiscardDraft c -> discard(state, c, act);
      case DraftCommand.PublishDue c -> publishDue(state, c, act);
      case DraftCommand.RuleCompany c -> rule(state, c, act);
    };
  }

  /** Whether updates of a company need a second liaison. */
  public static boolean needsSecond(Updates.Held state, String company) {
    return state.updates().drafts().second().contains(company);
  }

  /**
   * What would be posted, kept as a draft. One that needs no second liaison and has an hour is
   * scheduled by its author.
   *
   * @param files what goes along
   * @param publishAt null to wait until a liaison confirms it
   */
  public static List<Event> draft(
      Updates.Held state,
      UpdateEvent.UpdatePosted posted,
      List<Entry.Attached> files,
      @Nullable Instant publishAt,
      CommandContext act) {
    mustBeAhead(publishAt, act);
    Posting.mustFit(state, posted.by(), List.of(), files);
    long open =
        state.updates().drafts().byId().values().stream()
            .filter(d -> d.isOpen() && d.company().equals(posted.company()))
            .count();
    if (open >= MOST_OPEN) {
      throw Refusal.conflict(Message.of("your-company-has-drafts-publish-or", "limit", MOST_OPEN));
    }
    var drafted =
        new DraftEvent.UpdateDrafted(
            posted.id(), posted.company(), DraftContent.of(posted, files), publishAt);
    return scheduled(state, drafted, posted.id(), posted.by(), publishAt);
  }

  /**
   * The draft that a liaison of its company is about to say otherwise.
   *
   * @param version the version the change was made on; null for whatever is there
   */
  public static Draft revised(Updates.Held state, String id, @Nullable Integer version, SeatId by) {
    Draft draft = open(state, id, by);
    if (version != null && version != draft.version()) {
      throw Refusal.stale(DraftPresenter.current(state, draft, by));
    }
    return draft;
  }

  /**
   * What would be posted, kept as the draft from now on. It is theirs who wrote it last, so that a
   * second liaison reads all that is published.
   *
   * @param files what goes along from now on
   * @param publishAt null to wait until a liaison confirms it
   */
  public static List<Event> revise(
      Updates.Held state,
      Draft draft,
      UpdateEvent.UpdatePosted posted,
      List<Entry.Attached> files,
      @Nullable Instant publishAt,
      CommandContext act) {
    mustBeAhead(publishAt, act);
    DraftContent said =
        DraftContent.of(posted, files)
            .inPlaceOf(draft.said(), ref -> isHidden(state, ref, posted.by()));
    if (said.saysAsMuchAs(draft.said()) && Objects.equals(publishAt, draft.publishAt())) {
      throw Refusal.invalid("body", Message.of("nothing-would-change-say-what-is"));
    }
    var revised = new DraftEvent.DraftRevised(draft.id(), draft.company(), said, publishAt);
    return scheduled(state, revised, draft.id(), posted.by(), publishAt);
  }

  private static boolean isHidden(Updates.Held state, Ref ref, SeatId reader) {
    return state.linked(ref).filter(l -> state.access().canRead(reader, l.scope())).isEmpty();
  }

  private static void mustBeAhead(@Nullable Instant publishAt, CommandContext act) {
    if (publishAt != null
        && (!publishAt.isAfter(act.at()) || publishAt.isAfter(act.at().plus(AHEAD)))) {
      throw Refusal.invalid(
          "publishAt", Message.of("choose-an-hour-from-now-on", "days", AHEAD.toDays()));
    }
  }

  private static List<Event> scheduled(
      Updates.Held state, DraftEvent said, String id, SeatId by, @Nullable Instant publishAt) {
    return publishAt == null || needsSecond(state, said.company())
        ? List.of(said)
        : List.of(said, new DraftEvent.DraftConfirmed(id, said.company(), by));
  }

  private static List<Event> confirm(
      Updates.Held state, DraftCommand.ConfirmDraft c, CommandContext act) {
    Draft draft = open(state, c.draft(), act.by());
    mustHaveRead(c.version(), draft);
    if (draft.state() != Draft.State.WAITING) {
      throw Refusal.conflict(Message.of("it-is-confirmed-already-and-waits"));
    }
    boolean own = state.members().isSamePerson(draft.said().by(), act.by());
    if (needsSecond(state, draft.company()) && own) {
      throw Refusal.forbidden(Message.of("your-company-wants-a-second-liaison"));
    }
    Instant hour = draft.publishAt();
    if (hour != null && hour.isAfter(act.at())) {
      return List.of(new DraftEvent.DraftConfirmed(draft.id(), draft.company(), act.by()));
    }
    SeatId author = state.members().heir(draft.said().by());
    // anyone who confirms speaks for the company too, should its author have left
    SeatId speaker = speaks(state, draft, author) ? author : act.by();
    return published(state, draft, speaker, act.by(), act);
  }

  /** Nobody decides about words that they have not read. */
  private static void mustHaveRead(@Nullable Integer version, Draft draft) {
    if (version != null && version != draft.version()) {
      throw Refusal.conflict(Message.of("somebody-changed-it-since-you-read"));
    }
  }

  private static List<Event> sendBack(
      Updates.Held state, DraftCommand.ReturnDraft c, CommandContext act) {
    Draft draft = open(state, c.draft(), act.by());
    mustHaveRead(c.version(), draft);
    if (state.members().isSamePerson(draft.said().by(), act.by())) {
      throw Refusal.forbidden(Message.of("it-is-yours-change-it-or"));
    }
    if (draft.returned() != null) {
      throw Refusal.conflict(Message.of("it-was-sent-back-already-and"));
    }
    return List.of(
        new DraftEvent.DraftReturned(draft.id(), draft.company(), c.note().strip(), act.by()));
  }

  /** Whether this seat is a liaison who is to say whether they stand by it as it is. */
  public static boolean asks(Updates.Held state, Draft draft, SeatId id) {
    return draft.isAsked()
        && needsSecond(state, draft.company())
        && speaks(state, draft, id)
        && !state.members().isSamePerson(draft.said().by(), id);
  }

  private static List<Event> discard(
      Updates.Held state, DraftCommand.DiscardDraft c, CommandContext act) {
    Draft draft = open(state, c.draft(), act.by());
    return List.of(new DraftEvent.DraftDiscarded(draft.id(), draft.company(), act.by()));
  }

  private static List<Event> publishDue(
      Updates.Held state, DraftCommand.PublishDue c, CommandContext act) {
    if (act.seat() != null) {
      throw Refusal.absent();
    }
    Draft draft = state.updates().drafts().find(c.draft()).orElseThrow(Refusal::absent);
    if (draft.due().filter(hour -> !hour.isAfter(act.at())).isEmpty()) {
      throw Refusal.conflict(Message.of("it-is-not-to-be-published"));
    }
    if (draft.state() == Draft.State.WAITING) {
      return heldBack(draft, Message.of("nobody-confirmed-it-before-its"));
    }
    Ref company = Ref.to(Ref.Kind.ORGANISATION, draft.company());
    if (ClosedPlaces.of(state).find(company).isPresent()) {
      // it may be archived for long: what it says then, a liaison says when it is open again
      return heldBack(
          draft,
          Message.of(
              "organisation-is-archived", "organisation", state.members().called(draft.company())));
    }
    SeatId author = state.members().heir(draft.said().by());
    if (!speaks(state, draft, author)) {
      return heldBack(draft, Message.of("its-author-is-no-liaison-any"));
    }
    if (lacksSecond(state, draft)) {
      return heldBack(draft, Message.of("your-company-asks-for-a-second"));
    }
    try {
      return published(state, draft, author, null, act);
    } catch (Refusal no) {
      return heldBack(draft, no.message());
    }
  }

  /** By the rule as it is now, no matter who confirmed it under the one before. */
  private static boolean lacksSecond(Updates.Held state, Draft draft) {
    SeatId by = draft.confirmedBy();
    return needsSecond(state, draft.company())
        && (by == null || state.members().isSamePerson(draft.said().by(), by));
  }

  private static List<Event> heldBack(Draft draft, Message why) {
    return List.of(DraftEvent.DraftHeldBack.of(draft.id(), draft.company(), why));
  }

  private static List<Event> published(
      Updates.Held state, Draft draft, SeatId speaker, @Nullable SeatId by, CommandContext act) {
    // as things are now: a party it names may have left
    Audience audience = state.access().chooseNew(speaker, Updates.FEED, draft.said().audience());
    Ref update = Ref.to(Ref.Kind.UPDATE, act.thing());
    List<Event> events = new ArrayList<>();
    events.add(draft.said().posted(update.id(), draft.company(), speaker));
    Posting.carried(
            state,
            speaker,
            act.entry(),
            update,
            Updates.FEED.holds(audience, act.at()),
            draft.said().files())
        .ifPresent(events::add);
    events.add(new DraftEvent.DraftPublished(draft.id(), draft.company(), update.id(), by));
    return events;
  }

  private static List<Event> rule(
      Updates.Held state, DraftCommand.RuleCompany c, CommandContext act) {
    Seat seat = state.access().mustPost(act.by());
    if (seat.role() != Role.LIAISON) {
      throw Refusal.forbidden(Message.of("only-a-company-liaison-says-how"));
    }
    long liaisons =
        state.members().active().stream()
            .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(seat.organisation()))
            .map(s -> state.members().seats().get(s.id()))
            .count();
    if (c.second() && liaisons < 2) {
      throw Refusal.conflict(Message.of("your-company-has-one-liaison-here"));
    }
    return List.of(new DraftEvent.CompanyRuled(seat.organisation(), c.second(), seat.id()));
  }

  /** The draft, for a liaison of its company, while something is to be decided. */
  private static Draft open(Updates.Held state, String id, SeatId by) {
    Draft draft = state.updates().drafts().find(id).orElseThrow(Refusal::absent);
    Scope scope = draft.scope();
    state.access().mustRead(by, scope);
    if (!speaks(state, draft, by)) {
      throw Refusal.forbidden(Message.of("only-a-liaison-of-the-company-2"));
    }
    if (!draft.isOpen()) {
      throw Refusal.conflict(Message.of("this-was-published-or-discarded-already"));
    }
    return draft;
  }

  private static boolean speaks(Updates.Held state, Draft draft, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat != null
        && seat.active()
        && seat.role() == Role.LIAISON
        && seat.organisation().equals(draft.company());
  }
}
