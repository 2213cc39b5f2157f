package org.caucus.coalition.access.viewas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * See it as: exactly what any liaison of the company sees, as far as the person who looks may read
 * it.
 */
class LookTest {
  private static final SeatId AS_CHIRP = new ViewAs(AMINA, "chirp").id();

  private static Given threads() {
    Given given = Given.coalition();
    for (Audience audience :
        List.of(
            Audience.everyone(),
            Audience.civilSociety(),
            Audience.withCompany("chirp"),
            Audience.withCompany("vista"),
            Audience.companyOnly("chirp"),
            Audience.named(List.of(AMINA, CHIKA)))) {
      given =
          given.and(
              new ListEvent.ThreadStarted(
                  audience.wire(), "coalition", "Removal", audience, CHIKA));
    }
    return given;
  }

  @Test
  void aLookShowsWhatBothAnyLiaisonAndTheViewerCanRead() {
    JsonObject view = View.of(threads().state(), AS_CHIRP);

    assertThat(view.getJsonObject("threads").fieldNames())
        .containsExactlyInAnyOrder("EVERYONE", "WITH_COMPANY(chirp)");
    assertThat(view.getJsonObject("lists").fieldNames())
        .containsExactlyInAnyOrder("coalition", "chirp-desk");
    assertThat(view.encode()).doesNotContain("COMPANY_ONLY").doesNotContain("NAMED");
  }

  @Test
  void itIsNotedForCivilSocietyAndThatCompanyToRead() {
    Given given = Given.coalition();
    given.when(AMINA, new ViewAsCommand.Begin("chirp")).then(new ViewAsEvent.Begun("chirp", AMINA));
    Workspace w = given.does(AMINA, new ViewAsCommand.Begin("chirp")).state();

    for (SeatId told : List.of(AMINA, BOLA, CLAIRE, CHIKA, AS_CHIRP)) {
      assertThat(View.activity(w, told).encode()).as(told.value()).contains("look.begun");
    }
    for (SeatId other : List.of(VERA, EMEKA)) {
      assertThat(View.activity(w, other).encode()).doesNotContain("look.begun");
    }
  }

  @Test
  void onlyConvenorsAndMembersOfCivilSocietyLook() {
    Given given = Given.coalition();

    given.when(BOLA, new ViewAsCommand.Begin("vista")).then(new ViewAsEvent.Begun("vista", BOLA));
    given.when(CLAIRE, new ViewAsCommand.Begin("vista")).refused(Refusal.Kind.FORBIDDEN);
    given.when(CHIKA, new ViewAsCommand.Begin("vista")).refused(Refusal.Kind.FORBIDDEN);
    given.when(CHIKA, new ViewAsCommand.Begin("chirp")).refused(Refusal.Kind.FORBIDDEN);
    given.when(EMEKA, new ViewAsCommand.Begin("vista")).refused(Refusal.Kind.ABSENT);
    given.when(AMINA, new ViewAsCommand.Begin("press")).refused(Refusal.Kind.INVALID, "company");
    given.when(AMINA, new ViewAsCommand.Begin("none")).refused(Refusal.Kind.INVALID, "company");
  }

  @Test
  void aLookLastsASittingAndEndsWithTheSeat() {
    Given given = Given.coalition().does(AMINA, new ViewAsCommand.Begin("chirp"));
    ViewAs look = new ViewAs(AMINA, "chirp");
    Instant began = given.state().history().getLast().at();
    ViewAsSessions looks = given.state().looks();

    assertThat(looks.open(look, began)).isTrue();
    assertThat(looks.open(look, began.plus(ViewAsSessions.SITTING).minusMillis(1))).isTrue();
    assertThat(looks.open(look, began.plus(ViewAsSessions.SITTING))).isFalse();
    assertThat(looks.open(new ViewAs(BOLA, "chirp"), began)).isFalse();
    assertThat(looks.open(new ViewAs(AMINA, "vista"), began)).isFalse();

    Workspace after = given.and(new MemberEvent.SeatEnded(AMINA)).state();
    assertThat(View.of(after, AS_CHIRP)).isEqualTo(new JsonObject());
    assertThat(after.positionFor(AS_CHIRP)).isEmpty();
  }

  @Test
  void whoLooksDoesNothing() {
    Given given = threads();

    given
        .when(AS_CHIRP, new IssueCommand.OpenIssue("COP", "T", "", "", List.of(), null, null, null))
        .refused(Refusal.Kind.ABSENT);
    given.when(AS_CHIRP, new ViewAsCommand.Begin("vista")).refused(Refusal.Kind.ABSENT);
    // nor is a look somebody who could be given something to do
    given
        .when(
            AMINA,
            new IssueCommand.OpenIssue("COP", "T", "", "", List.of(AS_CHIRP), null, null, null))
        .refused(Refusal.Kind.INVALID, "assignees");
  }

  /** The same things, in the same form, as a liaison who came and was never named. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void aLookIsTheViewOfALiaisonOnWhatTheViewerReads(@ForAll long seed) {
    Workspace w = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, 50)) {
      w = w.evolve((Commit) step.on(w));
    }
    SeatId fresh = new SeatId("fresh");
    var taken = Parties.seat(fresh, "chirp", Role.LIAISON, null);
    Instant at = w.history().getLast().at().plus(Duration.ofMinutes(1));
    w = w.evolve(new Commit(w.sequence() + 1, "fresh-commit", at, null, null, List.of(taken)));

    for (SeatId viewer : List.of(AMINA, BOLA)) {
      if (w.access().isHere(new ViewAs(viewer, "chirp").id())) {
        compare(w, viewer, fresh);
      }
    }
  }

  private static void compare(Workspace w, SeatId viewer, SeatId fresh) {
    JsonObject look = View.of(w, new ViewAs(viewer, "chirp").id());
    JsonObject liaison = View.of(w, fresh);
    for (Ref.Kind kind :
        List.of(Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION)) {
      JsonObject seen = look.getJsonObject(kind.wire() + "s", new JsonObject());
      JsonObject theirs = liaison.getJsonObject(kind.wire() + "s", new JsonObject());
      Set<String> both = new HashSet<>();
      for (String id : theirs.fieldNames()) {
        if (w.access().canRead(viewer, w.scopeOf(Ref.to(kind, id)).orElseThrow())) {
          both.add(id);
        }
      }
      assertThat(seen.fieldNames()).isEqualTo(both);
    }
    JsonObject entries = look.getJsonObject("entries", new JsonObject());
    for (String id : entries.fieldNames()) {
      assertThat(alone(w, viewer, entries.getJsonObject(id)))
          .isEqualTo(alone(w, viewer, liaison.getJsonObject("entries").getJsonObject(id)));
    }
  }

  /** Without what it names that the viewer cannot read: no look names that. */
  private static JsonObject alone(Workspace w, SeatId viewer, JsonObject entry) {
    JsonObject alone = entry.copy();
    alone.remove("related");
    String answers = alone.getString("answers");
    if (answers != null
        && !w.access().canRead(viewer, w.scopeOf(Ref.to(Ref.Kind.ENTRY, answers)).orElseThrow())) {
      alone.remove("answers");
    }
    return alone;
  }
}
