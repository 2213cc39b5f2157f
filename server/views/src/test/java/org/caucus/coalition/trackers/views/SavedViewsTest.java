package org.caucus.coalition.trackers.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Views that are saved: who finds them, who changes them, and what nobody else learns of them. */
class SavedViewsTest {
  private static final ViewLayout OVERDUE =
      new ViewLayout("list", "is:overdue label:takedown", false, false, "due", "none");
  private static final ViewLayout BOARD =
      new ViewLayout("board", "assignee:me", false, true, "usual", "none");
  private static final List<SeatId> ALL = List.of(AMINA, BOLA, CLAIRE, CHIKA, VERA, EMEKA);

  private static IssueCommand.SaveView saves(String name, @Nullable Audience audience) {
    return new IssueCommand.SaveView("COP", name, OVERDUE, audience);
  }

  private static Given saved(SeatId by, @Nullable Audience audience) {
    return Given.coalition().commits(by, saves("Late with us", audience));
  }

  private static List<String> found(Given given, SeatId reader) {
    return IssuePresenter.views(given.state(), reader).stream()
        .map(v -> ((JsonObject) v).getString("name"))
        .toList();
  }

  /** What the stream brings a seat of the newest commit. */
  private static Optional<JsonObject> frame(Given given, SeatId seat) {
    return new FrameRenderer(View.DOMAIN, InstantSource.fixed(given.at()))
        .frame(given.state(), given.state().history().getLast(), seat);
  }

  private static Set<SeatId> finders(Given given) {
    return Set.copyOf(ALL.stream().filter(s -> !found(given, s).isEmpty()).toList());
  }

  @Test
  void eachIsFoundByItsAudienceAndByNobodyElse() {
    Map<String, Set<SeatId>> expected = new TreeMap<>();
    expected.put("EVERYONE", Set.of(AMINA, BOLA, CLAIRE, CHIKA, VERA));
    expected.put("CIVIL_SOCIETY", Set.of(AMINA, BOLA, CLAIRE));
    expected.put("WITH_COMPANY(chirp)", Set.of(AMINA, BOLA, CLAIRE, CHIKA));
    expected.put("NAMED(amina,vera)", Set.of(AMINA, VERA));

    expected.forEach(
        (audience, readers) ->
            assertThat(finders(saved(AMINA, Audience.parse(audience))))
                .as(audience)
                .isEqualTo(readers));
    assertThat(finders(saved(AMINA, null))).as("one's own").containsExactly(AMINA);
    assertThat(finders(saved(CHIKA, Audience.companyOnly("chirp")))).containsExactly(CHIKA);
  }

  @Test
  void thePersonWhoDoesNotFindOneIsToldNothingOfItByFramesEither() {
    for (Audience audience : List.of(Audience.civilSociety(), Audience.named(List.of(AMINA)))) {
      Given given = saved(AMINA, audience);
      String id = given.state().issues().views().byId().keySet().iterator().next();
      Given removed = given.commits(AMINA, new IssueCommand.RemoveView("COP", id));
      for (SeatId seat : ALL) {
        boolean reads = finders(given).contains(seat);
        assertThat(frame(given, seat).isPresent())
            .as(seat + " of " + audience.wire())
            .isEqualTo(reads);
        assertThat(frame(removed, seat).isPresent()).isEqualTo(reads);
        assertThat(
                removed
                    .state()
                    .positionFor(seat)
                    .equals(Given.coalition().state().positionFor(seat)))
            .isEqualTo(!reads);
      }
    }
  }

  @Test
  void aViewThatIsNotForSomebodyIsLikeOneThatNeverWas() {
    Given given = saved(AMINA, Audience.civilSociety());
    String id = given.state().issues().views().byId().keySet().iterator().next();

    for (SeatId seat : List.of(CHIKA, VERA, EMEKA)) {
      var hidden = new IssueCommand.RemoveView("COP", id);
      var never = new IssueCommand.RemoveView("COP", "nosuchview");
      assertThat(given.when(seat, hidden).answer()).isEqualTo(given.when(seat, never).answer());
      var renamed = new IssueCommand.ChangeView("COP", id, "Mine now", null);
      given.when(seat, renamed).refused(Refusal.Kind.ABSENT);
    }
    // nor is its name taken for the person who does not find it
    given.when(CHIKA, saves("Late with us", Audience.everyone())).last();
  }

  @Test
  void itShowsNobodyMoreThanTheyRead() {
    Given given =
        saved(AMINA, Audience.everyone())
            .commits(
                AMINA,
                new IssueCommand.OpenIssue(
                    "COP",
                    "Memo to the agency",
                    "",
                    "",
                    List.of(),
                    null,
                    Audience.civilSociety(),
                    null));

    assertThat(found(given, CHIKA)).containsExactly("Late with us");
    assertThat(given.state().issues().byId().values())
        .noneMatch(i -> given.state().access().canRead(CHIKA, given.state().issues().scope(i)));
  }

  @Test
  void whoSavedItOrAConvenorChangesIt() {
    Given given = saved(BOLA, Audience.civilSociety());
    String id = given.state().issues().views().byId().keySet().iterator().next();

    given
        .when(CLAIRE, new IssueCommand.ChangeView("COP", id, "Claire's", null))
        .refused(Refusal.Kind.FORBIDDEN);
    Given changed = given.commits(BOLA, new IssueCommand.ChangeView("COP", id, null, BOARD));
    assertThat(changed.state().issues().views().byId().get(id).showing()).isEqualTo(BOARD);
    assertThat(changed.state().issues().views().byId().get(id).at()).isEqualTo(given.at());
    assertThat(found(changed.commits(AMINA, new IssueCommand.RemoveView("COP", id)), BOLA))
        .isEmpty();
  }

  @Test
  void ownViewsGoToThePersonWhoTakesTheSeatOver() {
    Given given =
        saved(BOLA, null)
            .and(
                Parties.seat(new SeatId("heir"), "press", Role.MEMBER, BOLA),
                new MemberEvent.SeatEnded(BOLA));
    String id = given.state().issues().views().byId().keySet().iterator().next();

    assertThat(found(given, new SeatId("heir"))).containsExactly("Late with us");
    assertThat(found(given, BOLA)).isEmpty();
    given.when(new SeatId("heir"), new IssueCommand.RemoveView("COP", id)).last();
  }

  @Test
  void whoJoinsLaterWithoutTheHistoryFindsNoneOfBefore() {
    Given given =
        saved(AMINA, Audience.everyone())
            .later(Duration.ofDays(1))
            .and(
                Parties.newcomer("late", Side.CIVIL_SOCIETY),
                Parties.seat(new SeatId("newcivil"), "late", Role.MEMBER, null));

    assertThat(found(given, new SeatId("newcivil"))).isEmpty();
    String id = given.state().issues().views().byId().keySet().iterator().next();
    Given changed = given.commits(AMINA, new IssueCommand.ChangeView("COP", id, "Later", null));
    assertThat(found(changed, new SeatId("newcivil"))).isEmpty();
  }

  @Test
  void observersSaveForThemselvesAlone() {
    Given.coalition().when(CLAIRE, saves("Mine", null)).last();
    Given.coalition()
        .when(CLAIRE, saves("Ours", Audience.civilSociety()))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void whatCannotBeSavedIsRefusedByItsField() {
    Given given =
        Given.coalition()
            .and(
                new IssueEvent.ViewSaved(
                    "COP",
                    "view1",
                    "Late with us",
                    OVERDUE,
                    Audience.named(List.of(AMINA)),
                    AMINA,
                    null));
    given.when(AMINA, saves("late WITH us", null)).refused(Refusal.Kind.INVALID, "name");
    given.when(AMINA, saves("Late with us", Audience.civilSociety())).last();
    var wrong = new ViewLayout("list", "colour:red", false, false, "usual", "none");
    given
        .when(AMINA, new IssueCommand.SaveView("COP", "Red", wrong, null))
        .refused(Refusal.Kind.INVALID, "showing/filter");
    given
        .when(CHIKA, saves("Ours", Audience.civilSociety()))
        .refused(Refusal.Kind.INVALID, "audience");
    given
        .when(AMINA, new IssueCommand.SaveView("XYZ", "N", OVERDUE, null))
        .refused(Refusal.Kind.ABSENT);

    Given many = Given.coalition();
    for (int i = 0; i < SavedViews.MAX_BY_ONE; i++) {
      many =
          many.and(
              new IssueEvent.ViewSaved(
                  "COP", "v" + i, "V" + i, OVERDUE, Audience.named(List.of(AMINA)), AMINA, null));
    }
    many.when(AMINA, saves("One more", null)).refused(Refusal.Kind.CONFLICT);
    many.when(BOLA, saves("One more", null)).last();
  }

  private static String only(Given given) {
    return given.state().issues().views().byId().keySet().iterator().next();
  }

  private static IssueCommand.ChangeView shared(Given given, Audience with) {
    return new IssueCommand.ChangeView("COP", only(given), null, null, with, null);
  }

  private static IssueCommand.ChangeView handed(Given given, SeatId to) {
    return new IssueCommand.ChangeView("COP", only(given), null, null, null, to);
  }

  @Test
  void itIsSharedWithOthersAndTakenBackAndNobodyIsToldOfThoseOutside() {
    Given alone = saved(BOLA, null);
    Given civil = alone.commits(BOLA, shared(alone, Audience.civilSociety()));
    Given company = civil.commits(BOLA, shared(civil, Audience.withCompany("chirp")));
    Given back = company.commits(BOLA, shared(company, Audience.named(List.of(BOLA))));

    assertThat(finders(civil)).containsExactlyInAnyOrder(AMINA, BOLA, CLAIRE);
    assertThat(finders(company)).containsExactlyInAnyOrder(AMINA, BOLA, CLAIRE, CHIKA);
    assertThat(finders(back)).containsExactly(BOLA);
    assertThat(only(back)).isEqualTo(only(alone));
    for (SeatId seat : List.of(VERA, EMEKA)) {
      assertThat(frame(civil, seat)).isEmpty();
      assertThat(frame(company, seat)).isEmpty();
      assertThat(frame(back, seat)).isEmpty();
    }
    assertThat(frame(civil, CHIKA)).isEmpty();
    assertThat(frame(back, CHIKA).orElseThrow().encode())
        .contains("view.removed")
        .doesNotContain("Late with us");
  }

  @Test
  void onlyWhoSavedItSharesItAndOnlyWithinItsTracker() {
    Given given = saved(BOLA, Audience.civilSociety());

    given.when(AMINA, shared(given, Audience.everyone())).refused(Refusal.Kind.FORBIDDEN);
    given.when(CHIKA, shared(given, Audience.everyone())).refused(Refusal.Kind.ABSENT);
    given
        .when(BOLA, shared(given, Audience.named(List.of(AMINA))))
        .refused(Refusal.Kind.INVALID, "audience");
    Audience both = Audience.named(List.of(AMINA, BOLA));
    given
        .and(new IssueEvent.ViewSaved("COP", "other", "Late with us", OVERDUE, both, AMINA, null))
        .when(BOLA, shared(given, both))
        .refused(Refusal.Kind.INVALID, "name");
  }

  @Test
  void itIsHandedOnToOneOfThoseWhoFindIt() {
    Given given = saved(BOLA, Audience.civilSociety());

    given.when(BOLA, handed(given, CHIKA)).refused(Refusal.Kind.INVALID, "by");
    given.when(BOLA, handed(given, CLAIRE)).refused(Refusal.Kind.INVALID, "by");
    given.when(BOLA, handed(given, EMEKA)).refused(Refusal.Kind.INVALID, "by");
    given.when(CLAIRE, handed(given, CLAIRE)).refused(Refusal.Kind.FORBIDDEN);
    Given after = given.commits(BOLA, handed(given, AMINA));
    assertThat(after.state().issues().views().byId().get(only(after)).by()).isEqualTo(AMINA);
    assertThat(finders(after)).isEqualTo(finders(given));
    after
        .when(BOLA, new IssueCommand.RemoveView("COP", only(after)))
        .refused(Refusal.Kind.FORBIDDEN);
    after.when(AMINA, new IssueCommand.RemoveView("COP", only(after))).last();
  }

  @Test
  void whatSomebodyLeftBehindAnyReaderWhoPostsTakes() {
    Given given = saved(AMINA, Audience.withCompany("chirp")).and(new MemberEvent.SeatEnded(AMINA));

    given.when(VERA, handed(given, VERA)).refused(Refusal.Kind.ABSENT);
    given.when(CLAIRE, handed(given, CLAIRE)).refused(Refusal.Kind.INVALID, "by");
    given.when(BOLA, handed(given, CHIKA)).refused(Refusal.Kind.FORBIDDEN);
    Given after = given.commits(CHIKA, handed(given, CHIKA));
    assertThat(after.state().issues().views().byId().get(only(after)).by()).isEqualTo(CHIKA);
    after.when(BOLA, handed(after, BOLA)).refused(Refusal.Kind.FORBIDDEN);
  }
}
