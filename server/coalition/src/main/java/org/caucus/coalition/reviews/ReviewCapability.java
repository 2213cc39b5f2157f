package org.caucus.coalition.reviews;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.reviews.mail.ReviewMailDecider;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Reviews: who is asked about a text, and which organisation says what of its provisions. */
public final class ReviewCapability implements Capability<Reviews.Held, ReviewEvent> {
  @Override
  public Class<ReviewEvent> events() {
    return ReviewEvent.class;
  }

  @Override
  public List<EventName<? extends ReviewEvent>> names() {
    return List.of(
        EventName.of(
            "review.opened",
            ReviewEvent.ReviewOpened.class,
            "id terms.instrument terms.edition terms.opens terms.closes terms.zone terms.brief"
                + " terms.organisations terms.audience by"),
        EventName.of(
            "review.asked", ReviewEvent.OrganisationsAsked.class, "review organisations by"),
        EventName.of(
            "review.positions-given",
            ReviewEvent.PositionsGiven.class,
            "review organisation positions audience via by"),
        EventName.of(
            "review.positions-drafted",
            ReviewEvent.PositionsDrafted.class,
            "review organisation positions audience via by"),
        EventName.of(
            "review.declined",
            ReviewEvent.ReviewDeclined.class,
            "review organisation reason audience by"),
        EventName.of("review.extended", ReviewEvent.ReviewExtended.class, "review closes by"),
        EventName.of("review.reminded", ReviewEvent.ReviewReminded.class, "review closes by"),
        EventName.of("review.closed", ReviewEvent.ReviewClosed.class, "review by"),
        EventName.of("review.reported", ReviewEvent.ReviewReported.class, "review text by"),
        EventName.of("review.passed-on", ReviewEvent.ReviewPassedOn.class, "review to"),
        EventName.of(
            "review.session-moved", ReviewEvent.SessionMoved.class, "review provision by"));
  }

  @Override
  public List<CommandFamily<? super Reviews.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(ReviewCommand.class, ReviewDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.REVIEW);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.reviews.ReviewNotifications", Facet.NOTIFIED)
        .in("coalition.reviews.mail.ReviewMailDecider", Facet.MAILED)
        .in("workspace.scheduled.ScheduledReviews", Facet.SCHEDULED)
        .in("coalition.reviews.ReviewEvent", Facet.EXPORTED)
        .none("Positions are for members, and feeds are read by programs of others.", Facet.FED)
        .none("Who is asked has the day in the letter and on the page.", Facet.DATED)
        .in("coalition.reviews.ReviewItem", Facet.SEARCHED);
  }

  @Override
  public Slices evolve(Reviews.Held now, ReviewEvent event, CommitTime commit) {
    return now.slices().with(Reviews.SLICE, now.reviews().evolve(event, commit));
  }

  /** What an organisation says is known to those for whom it says it, whatever their role. */
  @Override
  public About about(Reviews.Held now, ReviewEvent event, CommitTime commit) {
    return switch (event) {
      case ReviewEvent.PositionsGiven e -> said(now, e, e.audience(), commit);
      case ReviewEvent.PositionsDrafted e -> said(now, e, e.audience(), commit);
      case ReviewEvent.ReviewDeclined e -> said(now, e, e.audience(), commit);
      case ReviewEvent.ReviewOpened _,
          ReviewEvent.OrganisationsAsked _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewReported _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ -> {
        Review review = the(now, event);
        yield new About(review.ref(), review.on(), review.scope(now));
      }
    };
  }

  private static About said(
      Reviews.Held now, ReviewEvent event, Audience audience, CommitTime commit) {
    Review review = the(now, event);
    Scope scope = review.scope(now).holds(audience, commit.at());
    return new About(review.ref(), review.on(), scope);
  }

  private static Review the(Reviews.Held now, ReviewEvent event) {
    return now.reviews().find(event.review()).orElseThrow();
  }

  @Override
  public List<Event> answered(
      Reviews.Held now, Ref thing, MailedLetter letter, CommandContext act) {
    return ReviewMailDecider.answer(now, thing.id(), letter, act);
  }

  @Override
  public Optional<String> confirmed(
      Reviews.Held now,
      CommitEvents commit,
      SeatId author,
      Function<Scope, String> readers,
      Language language) {
    return ReviewConfirmation.of(now, commit, language, author, readers);
  }

  @Override
  public Stream<Ref> hangingOn(Reviews.Held now, Ref thing) {
    return now.reviews().byId().values().stream()
        .filter(review -> thing.equals(review.on()))
        .map(Review::ref);
  }

  @Override
  public Slices audienceChanged(Reviews.Held now, Ref of) {
    return now.slices().with(Reviews.SLICE, now.reviews().within(now));
  }

  @Override
  public Optional<Ref> containerOf(Reviews.Held now, Ref ref) {
    return now.reviews().find(ref.id()).map(Review::on);
  }

  @Override
  public Optional<Scope> scopeOf(Reviews.Held now, Ref ref) {
    return now.reviews().find(ref.id()).map(review -> review.scope(now));
  }

  @Override
  public Stream<Ref> saying(Reviews.Held now) {
    return now.reviews().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.REVIEW, id));
  }

  @Override
  public Optional<Item> find(Reviews.Held now, Ref ref) {
    return now.reviews().find(ref.id()).map(review -> ReviewItem.of(now, review));
  }

  @Override
  public void show(Reviews.Held now, Ref ref, ChangedThings out) {
    now.reviews()
        .find(ref.id())
        .ifPresent(r -> out.add("reviews", ReviewPresenter.show(now, r, out.reader())));
  }

  @Override
  public String page(Ref ref) {
    return "reviews/" + ref.id();
  }

  @Override
  public boolean isAudited(ReviewEvent event) {
    return false;
  }

  /**
   * That some are asked is told by the opening unless that was earlier. Where a session stands is
   * shown to those who are in it, and is over with it.
   */
  @Override
  public boolean isActivity(ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.OrganisationsAsked e -> e.by() == null;
      case ReviewEvent.SessionMoved _ -> false;
      case ReviewEvent.ReviewOpened _,
          ReviewEvent.PositionsGiven _,
          ReviewEvent.PositionsDrafted _,
          ReviewEvent.ReviewDeclined _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewReported _,
          ReviewEvent.ReviewPassedOn _ ->
          true;
    };
  }

  @Override
  public EventWords words(ReviewEvent event) {
    return EventWords.of(Ref.Kind.REVIEW, event.review(), texts(event));
  }

  private static @Nullable StoredText[] texts(ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.ReviewOpened e -> texts(e.terms().storedBrief());
      case ReviewEvent.PositionsGiven e -> said(e.said());
      case ReviewEvent.PositionsDrafted e -> said(e.said());
      case ReviewEvent.ReviewDeclined e -> texts(e.storedReason());
      case ReviewEvent.ReviewReported e -> texts(e.storedText());
      case ReviewEvent.OrganisationsAsked _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          texts();
    };
  }

  private static @Nullable StoredText[] said(List<Said> said) {
    return said.stream()
        .flatMap(s -> Stream.of(s.storedReason(), s.storedWords()))
        .toArray(StoredText[]::new);
  }

  private static @Nullable StoredText[] texts(@Nullable StoredText... texts) {
    return texts;
  }

  @Override
  public NotificationFacet<Reviews.Held, ReviewEvent> notifications() {
    return new ReviewNotifications();
  }

  /** Of what one organisation said the summary says nothing: the review has the count. */
  @Override
  public Optional<WeeklyDeed> weekly(Reviews.Held now, ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.ReviewOpened e -> Optional.of(did(e, "opened").opening());
      case ReviewEvent.ReviewExtended e -> Optional.of(did(e, "extended"));
      case ReviewEvent.ReviewClosed e -> Optional.of(did(e, "closed"));
      case ReviewEvent.ReviewReported e -> Optional.of(did(e, "reported"));
      case ReviewEvent.OrganisationsAsked _,
          ReviewEvent.PositionsGiven _,
          ReviewEvent.PositionsDrafted _,
          ReviewEvent.ReviewDeclined _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          Optional.empty();
    };
  }

  private static WeeklyDeed did(ReviewEvent event, String what) {
    Ref review = Ref.to(Ref.Kind.REVIEW, event.review());
    return WeeklyDeed.of(review, ReviewNoticeMessages.PHRASES, "did." + what);
  }

  /** Somebody sees to a review until it is reported. */
  @Override
  public Stream<Duty> duties(Reviews.Held now) {
    return now.reviews().byId().values().stream()
        .filter(review -> review.isInHand() && review.keeper() != null)
        .map(review -> ReviewItem.of(now, review))
        .map(item -> new Duty(item.ref(), item.title(), item.scope(), item.assignees(), true));
  }

  @Override
  public ReviewEvent passedOn(Reviews.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new ReviewEvent.ReviewPassedOn(thing.id(), to);
  }

  @Override
  public @Nullable Ref searched(ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.ReviewOpened _, ReviewEvent.ReviewReported _ ->
          Ref.to(Ref.Kind.REVIEW, event.review());
      case ReviewEvent.OrganisationsAsked _,
          ReviewEvent.PositionsGiven _,
          ReviewEvent.PositionsDrafted _,
          ReviewEvent.ReviewDeclined _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          null;
    };
  }
}
