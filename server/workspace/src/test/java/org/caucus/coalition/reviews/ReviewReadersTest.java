package org.caucus.coalition.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.reviews.Draft.REVIEW;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.access.ViewAs;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.EventTypes;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of a position that one cannot read there is no trace, whatever one's role: not on pages, in
 * counts, in the matrix, in what happened, in a copy, in a search, nor in the position that one is
 * given.
 */
class ReviewReadersTest {
  private static final String SECRET = "Quinces ripen late";

  /** Each company's page is the same whether or not another company answered. */
  @Test
  void theLiaisonOfOneCompanyFindsNoTraceOfTheAnswerOfAnother() {
    Given before = Draft.reviewed().does(Parties.VERA, says(null, "We could do it in a month."));
    Given after = before.does(Parties.CHIKA, says(null, SECRET));

    assertThat(all(after.state(), Parties.VERA)).isEqualTo(all(before.state(), Parties.VERA));
    assertThat(all(after.state(), Parties.AMINA)).contains(SECRET);
    SeatId look = new ViewAs(Parties.AMINA, "vista").id();
    assertThat(all(after.state(), look)).isEqualTo(all(before.state(), look));
    Given declined = before.does(Parties.CHIKA, new ReviewCommand.DeclineReview(REVIEW, SECRET));
    assertThat(all(declined.state(), Parties.VERA)).isEqualTo(all(before.state(), Parties.VERA));
  }

  @Test
  void companiesFindNoTraceOfWhatCivilSocietySays() {
    Given before = Draft.reviewed();
    Given after =
        before
            .does(Parties.BOLA, says(null, SECRET))
            .does(Parties.BOLA, says(Draft.at(before, "i.2"), SECRET));

    for (SeatId liaison : List.of(Parties.CHIKA, Parties.VERA)) {
      assertThat(all(after.state(), liaison)).isEqualTo(all(before.state(), liaison));
    }
    assertThat(all(after.state(), Parties.CLAIRE)).contains(SECRET);
  }

  @Test
  void ofADraftNobodyElseHasATrace() {
    Given before = Draft.reviewed();
    Given after = before.does(Parties.BOLA, Draft.drafts(null, Stance.OPPOSE, SECRET));

    for (SeatId other : List.of(Parties.AMINA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA)) {
      assertThat(all(after.state(), other)).isEqualTo(all(before.state(), other));
    }
    assertThat(all(after.state(), Parties.BOLA)).contains(SECRET);
  }

  /** Those who can read only the earlier word go on reading it: there is no later one for them. */
  @Test
  void aLaterWordForFewerLeavesNoTraceForTheOthers() {
    Given open = Draft.reviewed();
    String two = Draft.at(open, "i.2");
    Given before =
        open.does(
            Parties.BOLA, Draft.give(two, Stance.SUPPORT, "It is fine.", Audience.everyone()));
    Given after =
        before.does(Parties.BOLA, Draft.give(two, Stance.OPPOSE, SECRET, Audience.civilSociety()));

    for (SeatId liaison : List.of(Parties.CHIKA, Parties.VERA)) {
      assertThat(all(after.state(), liaison))
          .isEqualTo(all(before.state(), liaison))
          .contains("It is fine.");
    }
    assertThat(matrix(after.state(), Parties.AMINA)).contains(SECRET).doesNotContain("It is fine");
  }

  /** What was said to all is what all read, though less was said to some before. */
  @Test
  void aLaterWordForAllStandsForAll() {
    Given open = Draft.reviewed();
    Given now =
        open.does(Parties.BOLA, Draft.give(null, Stance.OPPOSE, SECRET, null))
            .does(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "Good.", Audience.everyone()));

    for (SeatId reader : List.of(Parties.AMINA, Parties.CHIKA)) {
      assertThat(matrix(now.state(), reader)).contains("Good.").doesNotContain(SECRET);
    }
  }

  @Test
  void aTableOpensWithoutFormulas() {
    Given open = Draft.reviewed();
    Given now =
        open.does(
            Parties.BOLA,
            Draft.give(
                new NewPosition(Draft.at(open, "i.2"), Stance.AMEND, "=1+1", "=HYPERLINK(\"x\")"),
                null,
                false));

    String csv =
        Matrix.of(now.state(), Draft.review(now), Parties.AMINA, null, true).csv(now.state());
    assertThat(csv).contains("\"amend: =1+1").doesNotContain("\"=").doesNotContain(",=");
    assertThat(csv.lines().skip(1).findFirst().orElseThrow()).contains("24 hours");
  }

  private static ReviewCommand says(@Nullable String at, String reason) {
    return Draft.give(at, Stance.OPPOSE, reason, null);
  }

  private static String matrix(Workspace now, SeatId reader) {
    Review review = now.reviews().find(REVIEW).orElseThrow();
    return Matrix.of(now, review, reader, null, true).json().encode();
  }

  /** All that this seat is shown, knows of, and takes out. */
  private static String all(Workspace now, SeatId reader) {
    StringBuilder all = new StringBuilder(View.of(now, reader).encode());
    now.history().stream()
        .flatMap(commit -> now.visibleEvents(commit, reader).stream())
        .map(event -> EventTypes.exported(event, ref -> true).encode())
        .forEach(all::append);
    now.item(Ref.to(Ref.Kind.REVIEW, REVIEW))
        .filter(item -> now.access().canRead(reader, item.scope()))
        .flatMap(Item::searchText)
        .map(SearchText::text)
        .ifPresent(all::append);
    Review review = now.reviews().find(REVIEW).orElseThrow();
    if (now.access().canRead(reader, review.scope(now))) {
      all.append(ReviewPresenter.whole(now, review, reader, View.NOW))
          .append(ReviewPresenter.positions(now, review, reader))
          .append(matrix(now, reader));
    }
    return all.toString();
  }
}
