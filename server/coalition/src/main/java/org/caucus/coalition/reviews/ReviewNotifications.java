package org.caucus.coalition.reviews;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of reviews: those who are asked, the keeper, and of positions their readers. */
final class ReviewNotifications implements NotificationFacet<Reviews.Held, ReviewEvent> {
  @Override
  public Set<Ref.Kind> followed() {
    return Set.of(Ref.Kind.REVIEW);
  }

  @Override
  public @Nullable Ref answered(ReviewEvent event) {
    return Ref.to(Ref.Kind.REVIEW, event.review());
  }

  /** Those who are asked, too: what others say is of use to them. */
  @Override
  public Set<SeatId> involved(Reviews.Held now, Ref thing) {
    return now.reviews()
        .find(thing.id())
        .map(review -> and(asked(now, review, o -> true), keepers(now, review)))
        .orElse(Set.of());
  }

  @Override
  public Optional<Notified> notified(Reviews.Held now, ReviewEvent event, CommitEvents commit) {
    return now.reviews().find(event.review()).flatMap(review -> told(now, review, event));
  }

  private static Optional<Notified> told(Reviews.Held now, Review review, ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.OrganisationsAsked _ ->
          Optional.of(request(review, asked(now, review, o -> true)).alsoActor());
      case ReviewEvent.ReviewReminded _ -> Optional.of(request(review, silent(now, review)));
      case ReviewEvent.PositionsGiven _ -> Optional.of(Notified.involved(review.ref()));
      case ReviewEvent.ReviewDeclined e -> Optional.of(declined(now, review, e));
      case ReviewEvent.ReviewExtended _, ReviewEvent.ReviewClosed _, ReviewEvent.ReviewReported _ ->
          Optional.of(
              Notified.only(review.ref(), and(asked(now, review, o -> true), keepers(now, review)))
                  .because(NotificationReason.FOLLOWED));
      case ReviewEvent.ReviewPassedOn e -> {
        Set<SeatId> to = e.to() == null ? Set.of() : Set.of(e.to());
        yield Optional.of(Notified.only(review.ref(), to).giving(to));
      }
      case ReviewEvent.ReviewOpened _, ReviewEvent.PositionsDrafted _, ReviewEvent.SessionMoved _ ->
          Optional.empty();
    };
  }

  private static Notified request(Review review, Set<SeatId> seats) {
    return Notified.only(review.ref(), seats).because(NotificationReason.REQUEST).urgently();
  }

  private static Notified declined(Reviews.Held now, Review review, ReviewEvent.ReviewDeclined e) {
    Set<SeatId> own = asked(now, review, e.organisation()::equals);
    return Notified.only(review.ref(), and(own, keepers(now, review)))
        .because(NotificationReason.REPLY);
  }

  /** The seats that can answer, of such organisations among those that are asked. */
  private static Set<SeatId> asked(
      Reviews.Held now, Review review, Predicate<String> organisation) {
    return now.members().active().stream()
        .filter(seat -> seat.role() != Role.OBSERVER)
        .filter(seat -> review.asks(seat.organisation()))
        .filter(seat -> organisation.test(seat.organisation()))
        .map(Seat::id)
        .collect(Collectors.toSet());
  }

  private static Set<SeatId> silent(Reviews.Held now, Review review) {
    return asked(now, review, o -> !review.answersOf(o).isAnswered());
  }

  /** Who sees to it; where nobody does, the convenors who can read it. */
  private static Set<SeatId> keepers(Reviews.Held now, Review review) {
    SeatId keeper = review.keeper();
    return keeper != null
        ? Set.of(now.members().heir(keeper))
        : now.members().convenors().stream().map(Seat::id).collect(Collectors.toSet());
  }

  private static Set<SeatId> and(Set<SeatId> seats, Set<SeatId> more) {
    Set<SeatId> all = new HashSet<>(seats);
    all.addAll(more);
    return all;
  }

  @Override
  public Optional<NoticeContent> notice(
      Reviews.Held now, ReviewEvent event, NoticeContext context) {
    return now.reviews().find(event.review()).map(review -> notice(now, review, event, context));
  }

  private static NoticeContent notice(
      Reviews.Held now, Review review, ReviewEvent event, NoticeContext context) {
    ReviewNoticeMessages words =
        new ReviewNoticeMessages(
            context.language(), review, review.title(now), zone(now, review, context.reader()));
    return new NoticeContent(
        review.ref(),
        words.title(),
        event instanceof ReviewEvent.OrganisationsAsked,
        "reviews/" + review.id(),
        readers(now, review, event),
        body(now, review, event, context, words));
  }

  /** In which the reader reads times; that of the review if they did not choose one. */
  static ZoneId zone(Reviews.Held now, Review review, SeatId reader) {
    ZoneId own = now.lists().habits().now(reader).zone();
    return own.equals(PersonalMailSettings.USUAL.zone()) ? review.terms().zone() : own;
  }

  private static Audience readers(Reviews.Held now, Review review, ReviewEvent event) {
    Audience most = review.terms().audience();
    return switch (event) {
      case ReviewEvent.PositionsGiven e -> now.access().meet(e.audience(), most);
      case ReviewEvent.PositionsDrafted e -> now.access().meet(e.audience(), most);
      case ReviewEvent.ReviewDeclined e -> now.access().meet(e.audience(), most);
      case ReviewEvent.ReviewOpened _,
          ReviewEvent.OrganisationsAsked _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewReported _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          most;
    };
  }

  private static String body(
      Reviews.Held now,
      Review review,
      ReviewEvent event,
      NoticeContext context,
      ReviewNoticeMessages words) {
    String who = context.who();
    return switch (event) {
      case ReviewEvent.OrganisationsAsked e ->
          joined(
              words.asked(e.by() == null ? null : who),
              review.terms().brief(),
              form(now, review, context.reader(), words));
      case ReviewEvent.ReviewReminded _ ->
          joined(words.reminded(), form(now, review, context.reader(), words));
      case ReviewEvent.PositionsGiven e ->
          joined(
              words.given(who, now.members().called(e.organisation())),
              words.positions(review.places(now), e.said()));
      case ReviewEvent.ReviewDeclined e ->
          joined(words.declined(who, now.members().called(e.organisation())), e.reason());
      case ReviewEvent.ReviewExtended _ -> words.extended(who);
      case ReviewEvent.ReviewClosed _ ->
          joined(words.closed(), coverage(now, review, context.reader(), words));
      case ReviewEvent.ReviewReported e ->
          joined(words.reported(who), e.text(), coverage(now, review, context.reader(), words));
      case ReviewEvent.ReviewPassedOn _ -> words.passedOn(who);
      case ReviewEvent.ReviewOpened _, ReviewEvent.PositionsDrafted _, ReviewEvent.SessionMoved _ ->
          "";
    };
  }

  private static String coverage(
      Reviews.Held now, Review review, SeatId reader, ReviewNoticeMessages words) {
    return words.coverage(ReadableReview.of(now, review, reader).coverage());
  }

  private static String form(
      Reviews.Held now, Review review, SeatId reader, ReviewNoticeMessages words) {
    Seat seat = now.members().seats().get(reader);
    String readers =
        seat == null
            ? ""
            : words.whoReads(
                switch (PositionDecider.usual(now, review, seat.organisation())) {
                  case Audience.CivilSociety _ -> "civil";
                  case Audience.WithCompany _ -> "company";
                  case Audience.Everyone _,
                      Audience.CompanyOnly _,
                      Audience.OrganisationOnly _,
                      Audience.Between _,
                      Audience.Named _ ->
                      "few";
                });
    return joined(readers, words.form(review.provisions(now)));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
  }
}
