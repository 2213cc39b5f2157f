package org.caucus.coalition.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Who can react to what, and who is shown it. */
class ReactionDeciderTest {
  private static final Ref MESSAGE = Ref.to(Ref.Kind.ENTRY, Given.ENTRY);
  private static final ReactionCommand PLUS_ONE =
      new ReactionCommand.AddReaction(MESSAGE, Reaction.PLUS_ONE);
  private static final ReactionCommand NOT_ANY_MORE =
      new ReactionCommand.RemoveReaction(MESSAGE, Reaction.PLUS_ONE);

  @Test
  void whoCanReadAMessageAndPostCanReactToIt() {
    said(Audience.civilSociety())
        .when(Parties.BOLA, PLUS_ONE)
        .then(
            new ReactionEvent.ReactionAdded(
                MESSAGE, Reaction.PLUS_ONE, Audience.civilSociety(), Parties.BOLA));
  }

  @Test
  void aMessageThatIsHiddenIsAsAbsentAsOneThatIsNot() {
    said(Audience.civilSociety()).when(Parties.CHIKA, PLUS_ONE).refused(Refusal.Kind.ABSENT);
    said(Audience.civilSociety()).when(Parties.CHIKA, NOT_ANY_MORE).refused(Refusal.Kind.ABSENT);
    Given.coalition().when(Parties.CHIKA, PLUS_ONE).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anObserverReadsAlong() {
    said(Audience.everyone()).when(Parties.CLAIRE, PLUS_ONE).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void toADeletedMessageNobodyReacts() {
    Given deleted =
        said(Audience.everyone())
            .does(Parties.BOLA, PLUS_ONE)
            .does(Parties.AMINA, new RevisionCommand.DeleteEntry(Given.ENTRY, null, List.of()));

    deleted.when(Parties.CHIKA, PLUS_ONE).refused(Refusal.Kind.CONFLICT);
    deleted.when(Parties.BOLA, NOT_ANY_MORE).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theSameTwiceChangesNothing() {
    Given agreed = said(Audience.everyone()).does(Parties.BOLA, PLUS_ONE);

    agreed.when(Parties.BOLA, PLUS_ONE).then();
    agreed.does(Parties.BOLA, NOT_ANY_MORE).when(Parties.BOLA, NOT_ANY_MORE).then();
  }

  @Test
  void eachTakesBackTheirOwnAlone() {
    Workspace now =
        said(Audience.everyone())
            .does(Parties.BOLA, PLUS_ONE)
            .does(Parties.CHIKA, PLUS_ONE)
            .does(Parties.CHIKA, NOT_ANY_MORE)
            .state();

    assertThat(seats(now, Parties.AMINA)).containsExactly(Parties.BOLA.value());
  }

  /** R4 and R5: words that are shared later do not tell who agreed with them before. */
  @Test
  void whoComesLaterDoesNotLearnWhoAgreedBefore() {
    Given agreed = said(Audience.civilSociety()).does(Parties.BOLA, PLUS_ONE);
    Given shared =
        agreed.and(
            new AudienceEvent.Widened(
                Ref.to(Ref.Kind.THREAD, Given.THING),
                Audience.civilSociety(),
                Audience.everyone(),
                Parties.AMINA,
                null),
            new AudienceEvent.Released(
                Given.ENTRY, Audience.civilSociety(), Audience.everyone(), Parties.AMINA));

    assertThat(seats(shared.state(), Parties.AMINA)).containsExactly(Parties.BOLA.value());
    assertThat(seats(shared.state(), Parties.CHIKA)).isEmpty();
    assertThat(visible(shared.state(), Parties.CHIKA, "reaction.added")).isZero();
    Workspace again = shared.does(Parties.BOLA, PLUS_ONE).state();
    assertThat(seats(again, Parties.CHIKA)).containsExactly(Parties.BOLA.value());
  }

  /** Nobody outside the readers has a trace of it: R8. */
  @Test
  void othersSeeNothingChange() {
    Given before = said(Audience.civilSociety());
    Given after = before.does(Parties.BOLA, PLUS_ONE);

    for (SeatId other : List.of(Parties.CHIKA, Parties.VERA)) {
      assertThat(View.of(after.state(), other).encode())
          .isEqualTo(View.of(before.state(), other).encode());
    }
  }

  private static long visible(Workspace now, SeatId reader, String verb) {
    return now.history().stream()
        .flatMap((Commit commit) -> now.visible(commit, reader).stream())
        .filter(h -> h.verb().equals(verb))
        .count();
  }

  private static List<Object> seats(Workspace now, SeatId reader) {
    JsonObject shown = new JsonObject();
    ReactionPresenter.put(shown, now, MESSAGE, now.scopeOf(MESSAGE).orElseThrow(), reader);
    JsonArray all = shown.getJsonArray("reactions", new JsonArray());
    return all.isEmpty() ? List.of() : all.getJsonObject(0).getJsonArray("seats").stream().toList();
  }

  private static Given said(Audience audience) {
    return Given.coalition()
        .does(
            Parties.AMINA,
            new ListCommand.StartThread(
                "coalition", "Removal notices", Post.web("Words", null, audience)));
  }
}
