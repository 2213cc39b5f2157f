package org.caucus.coalition.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.reviews.Draft.REVIEW;
import static org.caucus.coalition.reviews.Draft.WEEK;

import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Which organisation says what of which provision, for whom, and until when. */
class PositionDeciderTest {
  private static final SeatId FOLA = new SeatId("fola");

  @Test
  void aCivilPositionIsForCivilSocietyAndACompanysForItAndThatCompany() {
    Given now =
        Draft.reviewed()
            .does(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null))
            .does(Parties.CHIKA, Draft.give(null, Stance.OPPOSE, "It is late.", null));

    assertThat(only(now, "press").audience()).isEqualTo(Audience.civilSociety());
    assertThat(only(now, "chirp").audience()).isEqualTo(Audience.withCompany("chirp"));
    Given wider = now.does(Parties.CHIKA, Draft.give(null, Stance.OPPOSE, "", Audience.everyone()));
    assertThat(given(wider, "chirp", Parties.VERA).getFirst().stance()).isEqualTo(Stance.OPPOSE);
  }

  @Test
  void noPositionIsForMoreThanReadTheReview() {
    Given given = Draft.adopted(Audience.everyone());
    Given open =
        given.does(Parties.AMINA, Draft.open(given, List.of("press"), Audience.civilSociety()));

    open.when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "audience");
    open.when(
            Parties.BOLA,
            Draft.give(null, Stance.SUPPORT, "", Audience.named(List.of(Parties.AMINA))))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void onlySeatsOfThoseAskedAnswerAndObserversReadAlong() {
    Given open =
        Draft.reviewed()
            .and(
                Parties.organisation("other", "Other", Side.CIVIL_SOCIETY),
                Parties.seat(FOLA, "other", Role.MEMBER, null));

    open.when(FOLA, Draft.give(null, Stance.SUPPORT, "", null)).refused(Refusal.Kind.FORBIDDEN);
    open.when(Parties.CLAIRE, Draft.give(null, Stance.SUPPORT, "", null))
        .refused(Refusal.Kind.FORBIDDEN);
    open.when(FOLA, new ReviewCommand.DeclineReview(REVIEW, "")).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void theLastWordOfAnOrganisationStands() {
    Given open = Draft.reviewed().and(Parties.seat(FOLA, "press", Role.MEMBER, null));
    String two = Draft.at(open, "i.2");
    Given now =
        open.does(Parties.BOLA, Draft.give(two, Stance.SUPPORT, "Good.", null))
            .does(FOLA, Draft.give(two, Stance.OPPOSE, "Too short.", null));

    assertThat(only(now, "press").stance()).isEqualTo(Stance.OPPOSE);
    assertThat(only(now, "press").by()).isEqualTo(FOLA);
    assertThat(Draft.review(now).answersOf("press").of(two)).hasSize(1);
  }

  @Test
  void theRestIsWhatIsSaidOfEachProvisionThatHasNoPositionOfItsOwn() {
    Given open = Draft.reviewed();
    Given now =
        open.does(Parties.BOLA, Draft.give(Draft.at(open, "i.2"), Stance.OPPOSE, "", null))
            .does(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null));

    ReadableReview readable = ReadableReview.of(now.state(), Draft.review(now), Parties.AMINA);
    assertThat(readable.cell("press", Draft.at(open, "i.2")))
        .hasValueSatisfying(
            c -> {
              assertThat(c.position().stance()).isEqualTo(Stance.OPPOSE);
              assertThat(c.isRest()).isFalse();
            });
    assertThat(readable.cell("press", Draft.at(open, "ii.3")))
        .hasValueSatisfying(
            c -> {
              assertThat(c.position().stance()).isEqualTo(Stance.SUPPORT);
              assertThat(c.isRest()).isTrue();
            });
    assertThat(readable.coverage()).isEqualTo(new ReadableReview.Coverage(4, 1, 7, 7));
  }

  @Test
  void allAreGivenOrNone() {
    Given open = Draft.reviewed();
    NewPosition good = new NewPosition(Draft.at(open, "i.2"), Stance.OPPOSE, "", null);

    for (NewPosition bad :
        List.of(
            good,
            new NewPosition("none", Stance.SUPPORT, "", null),
            new NewPosition(Draft.at(open, "i.1"), Stance.AMEND, "", " "),
            new NewPosition(Draft.at(open, "i.1"), Stance.SUPPORT, "", "Other words."),
            new NewPosition(null, Stance.AMEND, "", "Other words."),
            new NewPosition(
                null, Stance.OPPOSE, "x".repeat(PositionDecider.MAX_REASON_CHARS + 1), null),
            new NewPosition(
                Draft.at(open, "i.1"),
                Stance.AMEND,
                "",
                "x".repeat(PositionDecider.MAX_WORDS_CHARS + 1)))) {
      open.when(
              Parties.BOLA,
              new ReviewCommand.GivePositions(REVIEW, List.of(good, bad), null, false, Channel.WEB))
          .refused(Refusal.Kind.INVALID, "positions");
    }
    open.when(
            Parties.BOLA,
            new ReviewCommand.GivePositions(REVIEW, List.of(), null, false, Channel.WEB))
        .refused(Refusal.Kind.INVALID, "positions");
  }

  @Test
  void aDraftIsTheOfficesAloneUntilItIsGiven() {
    Given open = Draft.reviewed();
    String two = Draft.at(open, "i.2");
    Given drafted = open.does(Parties.BOLA, Draft.drafts(two, Stance.OPPOSE, "Too short."));
    open.when(
            Parties.BOLA,
            Draft.give(new NewPosition(two, Stance.OPPOSE, "", null), Audience.everyone(), true))
        .refused(Refusal.Kind.INVALID, "audience");

    assertThat(drafts(drafted, "press", Parties.BOLA)).hasSize(1);
    assertThat(drafts(drafted, "press", Parties.BOLA).getFirst().audience())
        .isEqualTo(Audience.organisationOnly("press"));
    assertThat(drafts(drafted, "press", Parties.AMINA)).isEmpty();
    assertThat(given(drafted, "press", Parties.BOLA)).isEmpty();

    Given given = drafted.does(Parties.BOLA, Draft.give(two, Stance.OPPOSE, "", null));
    assertThat(drafts(given, "press", Parties.BOLA)).isEmpty();
    Given again = given.does(Parties.BOLA, Draft.drafts(two, Stance.SUPPORT, "We met them."));
    assertThat(drafts(again, "press", Parties.BOLA)).hasSize(1);
    assertThat(only(again, "press").stance()).isEqualTo(Stance.OPPOSE);
    assertThat(
            drafts(
                    open.does(Parties.CHIKA, Draft.drafts(two, Stance.SUPPORT, "")),
                    "chirp",
                    Parties.CHIKA)
                .getFirst()
                .audience())
        .isEqualTo(Audience.companyOnly("chirp"));
  }

  @Test
  void theOrganisationThatDeclinedComesBackUntilTheReviewCloses() {
    Given open = Draft.reviewed();
    Given declined = open.does(Parties.BOLA, new ReviewCommand.DeclineReview(REVIEW, "No time."));
    declined
        .when(Parties.BOLA, new ReviewCommand.DeclineReview(REVIEW, ""))
        .refused(Refusal.Kind.CONFLICT);
    assertThat(declines(declined, Parties.AMINA)).isTrue();

    Given back = declined.does(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null));
    assertThat(declines(back, Parties.AMINA)).isFalse();

    Given closed = declined.does(Parties.AMINA, new ReviewCommand.CloseReview(REVIEW));
    assertThat(
            closed
                .when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null))
                .refused(Refusal.Kind.CONFLICT)
                .why())
        .startsWith("This review closed on 2026-06-01 10:2");
    declined
        .later(WEEK)
        .when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void anOrganisationSaysItToSoManyGroupsOfReadersAndNoMore() {
    Given now = Draft.reviewed();
    List<SeatId> seats =
        IntStream.rangeClosed(0, PositionDecider.MAX_AUDIENCES)
            .mapToObj(n -> new SeatId("seat" + n))
            .toList();
    for (SeatId seat : seats) {
      now = now.and(Parties.seat(seat, "press", Role.MEMBER, null));
    }
    for (SeatId seat : seats.subList(1, seats.size())) {
      Audience some = Audience.named(List.of(Parties.BOLA, seat));
      now = now.does(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", some));
    }

    Audience more = Audience.named(List.of(Parties.BOLA, seats.getFirst()));
    now.when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", more))
        .refused(Refusal.Kind.CONFLICT);
    Audience known = Audience.named(List.of(Parties.BOLA, seats.getLast()));
    now.when(Parties.BOLA, Draft.give(null, Stance.OPPOSE, "", known)).last();
  }

  private static Position only(Given now, String organisation) {
    List<Position> given = given(now, organisation, Parties.AMINA);
    assertThat(given).hasSize(1);
    return given.getFirst();
  }

  private static List<Position> given(Given now, String organisation, SeatId reader) {
    return ReadableReview.of(now.state(), Draft.review(now), reader).given(organisation);
  }

  private static List<Position> drafts(Given now, String organisation, SeatId reader) {
    return ReadableReview.of(now.state(), Draft.review(now), reader).drafts(organisation);
  }

  private static boolean declines(Given now, SeatId reader) {
    return ReadableReview.of(now.state(), Draft.review(now), reader).declined("press").isPresent();
  }
}
