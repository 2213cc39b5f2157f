package org.caucus.coalition.reviews;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what happens to reviews as such; positions are decided by {@link PositionDecider}. */
public final class ReviewDecider {
  /** How far away the end of a review can be. */
  public static final Duration MAX_AHEAD = Duration.ofDays(3 * 366L);

  /** How long after a reminder another can be sent by hand. */
  public static final Duration BETWEEN_REMINDERS = Duration.ofHours(12);

  private ReviewDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Reviews.Held state, ReviewCommand command, CommandContext act) {
    return switch (command) {
      case ReviewCommand.OpenReview c -> open(state, c, act);
      case ReviewCommand.GivePositions c -> PositionDecider.give(state, c, act);
      case ReviewCommand.DeclineReview c -> PositionDecider.decline(state, c, act);
      case ReviewCommand.ExtendReview c -> extend(state, c, act);
      case ReviewCommand.RemindAsked c -> remind(state, c, act);
      case ReviewCommand.CloseReview c -> close(state, c, act);
      case ReviewCommand.ReportReview c -> report(state, c, act);
      case ReviewCommand.MoveSession c -> move(state, c, act);
      case ReviewCommand.AdvanceReview c -> advance(state, c, act);
    };
  }

  private static List<Event> open(
      Reviews.Held state, ReviewCommand.OpenReview c, CommandContext act) {
    Access access = state.access();
    SeatId author = access.mustPost(act.by()).id();
    Instrument text = state.mustReadInstrument(c.instrument(), author);
    Edition edition = edition(text, c.edition());
    Audience audience = access.chooseNew(author, text.scope(), c.audience());
    Instant planned = c.opens();
    Instant opens = planned != null && planned.isAfter(act.at()) ? planned : act.at();
    mustBeAhead("opens", opens, act.at().minusMillis(1), act.at());
    mustBeAhead("closes", c.closes(), opens, act.at());
    mustBeShort("brief", c.brief(), Review.MAX_BRIEF_CHARS);
    mustNotBeTooMany(state, text, author);
    List<String> asked = asked(state, c.organisations(), text.scope().holds(audience, act.at()));
    Review.Terms terms =
        new Review.Terms(
            text.id(),
            edition.number(),
            opens,
            c.closes(),
            c.zone(),
            StoredText.of(c.brief().strip()),
            asked,
            audience);
    List<Event> events = new ArrayList<>();
    events.add(new ReviewEvent.ReviewOpened(act.thing(), terms, author));
    if (!opens.isAfter(act.at())) {
      events.add(new ReviewEvent.OrganisationsAsked(act.thing(), asked, author));
    }
    return List.copyOf(events);
  }

  private static Edition edition(Instrument text, @Nullable Integer number) {
    return (number == null ? text.current() : text.edition(number).filter(Edition::stands))
        .orElseThrow(
            () -> Refusal.invalid("edition", Message.of("there-is-no-such-edition-to-review")));
  }

  private static void mustBeAhead(String field, Instant when, Instant after, Instant now) {
    if (!when.isAfter(after)) {
      throw Refusal.invalid(field, Message.of("this-time-is-over-choose-a"));
    }
    if (when.isAfter(now.plus(MAX_AHEAD))) {
      throw Refusal.invalid(field, Message.of("this-is-more-than-three-years"));
    }
  }

  static void mustBeShort(String field, String text, int most) {
    if (text.length() > most) {
      throw Refusal.invalid(field, Message.of("this-text-is-too-long-for-a-review", "limit", most));
    }
  }

  /** Of those that the author knows of: nobody learns how many others there are. */
  private static void mustNotBeTooMany(Reviews.Held state, Instrument text, SeatId author) {
    long open =
        state
            .reviews()
            .of(text.id())
            .filter(r -> r.state() == Review.State.PLANNED || r.state() == Review.State.OPEN)
            .filter(r -> state.access().canRead(author, r.scope(state)))
            .count();
    if (open >= Review.MAX_OPEN) {
      throw Refusal.conflict(
          Message.of("a-text-has-at-most-open-reviews", "limit", Review.MAX_OPEN));
    }
  }

  /** Each once, in the order that was wished. Each must be able to read the review. */
  private static List<String> asked(Reviews.Held state, List<String> wished, Scope scope) {
    String field = "organisations";
    List<String> asked = List.copyOf(new LinkedHashSet<>(wished));
    if (asked.isEmpty()) {
      throw Refusal.invalid(field, Message.of("say-which-organisations-are-asked"));
    }
    if (asked.size() > Review.MAX_ORGANISATIONS) {
      throw Refusal.invalid(
          field,
          Message.of("a-review-asks-at-most-organisations", "limit", Review.MAX_ORGANISATIONS));
    }
    for (String slug : asked) {
      if (!state.members().organisations().containsKey(slug)) {
        throw Refusal.invalid(
            field, Message.of("there-is-no-organisation-here", "organisation", slug));
      }
      if (!reads(state, slug, scope)) {
        throw Refusal.invalid(
            field,
            Message.of(
                "this-organisation-cannot-read-the-review",
                "organisation",
                state.members().called(slug)));
      }
    }
    return asked;
  }

  private static boolean reads(Reviews.Held state, String organisation, Scope scope) {
    return state.access().newcomerReads(organisation, scope)
        || state.access().readers(scope).stream()
            .anyMatch(seat -> seat.organisation().equals(organisation));
  }

  /** Its keeper sees to it, or the person who took over from them, or a convenor. */
  static boolean mayManage(Reviews.Held state, Review review, SeatId id) {
    return state.access().mayManage(id, review.keeper());
  }

  private static Review mustManage(Reviews.Held state, String id, SeatId by) {
    Review review = state.mustReadReview(id, by);
    state.access().mustPost(by);
    if (!mayManage(state, review, by)) {
      throw Refusal.forbidden(Message.of("only-the-keeper-of-this-review"));
    }
    return review;
  }

  private static List<Event> extend(
      Reviews.Held state, ReviewCommand.ExtendReview c, CommandContext act) {
    Review review = mustManage(state, c.review(), act.by());
    if (review.state() == Review.State.REPORTED) {
      throw Refusal.conflict(Message.of("this-review-is-reported-open-another"));
    }
    mustBeAhead("closes", c.closes(), act.at(), act.at());
    if (review.state() != Review.State.CLOSED && !c.closes().isAfter(review.terms().closes())) {
      throw Refusal.invalid("closes", Message.of("this-review-closes-later-already"));
    }
    return List.of(new ReviewEvent.ReviewExtended(review.id(), c.closes(), act.by()));
  }

  private static List<Event> remind(
      Reviews.Held state, ReviewCommand.RemindAsked c, CommandContext act) {
    Review review = mustManage(state, c.review(), act.by());
    if (!review.isOpen(act.at())) {
      throw PositionDecider.notOpen(review);
    }
    Instant told = review.course().toldAt();
    if (told != null && act.at().isBefore(told.plus(BETWEEN_REMINDERS))) {
      throw Refusal.conflict(
          Message.of("those-asked-heard-from-it-lately", "hours", BETWEEN_REMINDERS.toHours()));
    }
    return List.of(new ReviewEvent.ReviewReminded(review.id(), review.terms().closes(), act.by()));
  }

  private static List<Event> close(
      Reviews.Held state, ReviewCommand.CloseReview c, CommandContext act) {
    Review review = mustManage(state, c.review(), act.by());
    if (review.state() != Review.State.OPEN && review.state() != Review.State.PLANNED) {
      throw Refusal.conflict(Message.of("this-review-is-closed-already"));
    }
    return List.of(new ReviewEvent.ReviewClosed(review.id(), act.by()));
  }

  private static List<Event> report(
      Reviews.Held state, ReviewCommand.ReportReview c, CommandContext act) {
    Review review = mustManage(state, c.review(), act.by());
    switch (review.state()) {
      case CLOSED -> {}
      case PLANNED, OPEN -> throw Refusal.conflict(Message.of("close-this-review-first"));
      case REPORTED -> throw Refusal.conflict(Message.of("this-review-is-reported-open-another"));
    }
    mustBeShort("text", c.text(), Review.MAX_REPORT_CHARS);
    return List.of(
        new ReviewEvent.ReviewReported(review.id(), StoredText.of(c.text().strip()), act.by()));
  }

  private static List<Event> move(
      Reviews.Held state, ReviewCommand.MoveSession c, CommandContext act) {
    Review review = mustManage(state, c.review(), act.by());
    if (review.state() == Review.State.REPORTED) {
      throw Refusal.conflict(Message.of("this-review-is-reported-open-another"));
    }
    if (review.edition(state).flatMap(e -> e.place(c.provision())).isEmpty()) {
      throw Refusal.invalid("provision", Message.of("the-text-has-no-such-provision"));
    }
    return List.of(new ReviewEvent.SessionMoved(review.id(), c.provision(), act.by()));
  }

  private static List<Event> advance(
      Reviews.Held state, ReviewCommand.AdvanceReview c, CommandContext act) {
    Review review = state.reviews().find(c.review()).orElseThrow(Refusal::absent);
    if (ReviewTimes.due(review).filter(d -> !d.isAfter(act.at())).isEmpty()) {
      throw Refusal.conflict(Message.of("nothing-is-due-in-this-review"));
    }
    if (!act.at().isBefore(review.terms().closes())) {
      return List.of(new ReviewEvent.ReviewClosed(review.id(), null));
    }
    return List.of(
        review.state() == Review.State.PLANNED
            ? new ReviewEvent.OrganisationsAsked(review.id(), review.terms().organisations(), null)
            : new ReviewEvent.ReviewReminded(review.id(), review.terms().closes(), null));
  }
}
