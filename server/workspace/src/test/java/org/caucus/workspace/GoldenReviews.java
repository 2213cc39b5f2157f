package org.caucus.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.reviews.Review;
import org.caucus.coalition.reviews.ReviewEvent;
import org.caucus.coalition.reviews.Said;
import org.caucus.coalition.reviews.Stance;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** One event of each type that tells of reviews. */
final class GoldenReviews {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");
  private static final Instant CLOSES = Instant.parse("2026-06-20T18:00:00Z");

  private GoldenReviews() {}

  static List<Event> all() {
    Review.Terms terms =
        new Review.Terms(
            "code",
            1,
            Instant.parse("2026-06-02T09:00:00Z"),
            CLOSES,
            ZoneId.of("Africa/Lagos"),
            StoredText.of("The agency meets us in July."),
            List.of("rights", "chirp"),
            Audience.everyone());
    List<Said> said =
        List.of(
            new Said(
                "provision2",
                Stance.AMEND,
                StoredText.of("24 hours is too short."),
                StoredText.of("Content is removed within 72 hours of notice.")),
            new Said(null, Stance.SUPPORT, StoredText.of(""), null));
    return List.of(
        new ReviewEvent.ReviewOpened("review2", terms, AMINA),
        new ReviewEvent.OrganisationsAsked("review2", List.of("rights", "chirp"), AMINA),
        new ReviewEvent.PositionsGiven(
            "review2", "rights", said, Audience.civilSociety(), Channel.MAIL, AMINA),
        new ReviewEvent.PositionsDrafted(
            "review2", "rights", said, Audience.organisationOnly("rights"), Channel.WEB, AMINA),
        new ReviewEvent.ReviewDeclined(
            "review2", "rights", StoredText.of("We have no time."), Audience.civilSociety(), AMINA),
        new ReviewEvent.ReviewExtended("review2", CLOSES, AMINA),
        new ReviewEvent.ReviewReminded("review2", CLOSES, AMINA),
        new ReviewEvent.ReviewClosed("review2", AMINA),
        new ReviewEvent.ReviewReported("review2", StoredText.of("Nine oppose section 3."), AMINA),
        new ReviewEvent.ReviewPassedOn("review2", AMINA),
        new ReviewEvent.SessionMoved("review2", "provision2", AMINA));
  }
}
