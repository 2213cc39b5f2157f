package org.caucus.coalition.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.updates.UpdateLifecycleDeciderTest.CHIDI;
import static org.caucus.coalition.updates.UpdateLifecycleDeciderTest.U;
import static org.caucus.coalition.updates.UpdateLifecycleDeciderTest.linked;
import static org.caucus.coalition.updates.UpdateLifecycleDeciderTest.links;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/**
 * What a correction replaced stays to be seen with its links, for the person who reads both ends.
 */
class EarlierLinksTest {
  @Test
  void whatACorrectionReplacedShowsItsLinksToWhoReadsBothEnds() {
    List<Ref> mine = List.of(Ref.to(Ref.Kind.ISSUE, "COP-1"));
    Given given = linked().does(CHIDI, links(mine, "")).does(CHIKA, links(List.of(), "None."));

    assertThat(earlier(given, CHIKA)).containsExactly(List.of("hers"), List.of("i1", "hers"));
    assertThat(earlier(given, BOLA)).as("hers is for one").containsExactly(List.of("i1"));
    assertThat(earlier(given, VERA)).as("nor does she read the issue").isEmpty();
  }

  /** Ids of what it linked to before each correction, as one reader is shown them. */
  private static List<List<String>> earlier(Given given, SeatId reader) {
    Update update = given.state().updates().find(U).orElseThrow();
    return UpdateLifecyclePresenter.earlierLinks(given.state(), update, reader).stream()
        .map(one -> ((JsonObject) one).getJsonArray("links"))
        .map(links -> links.stream().map(l -> ((JsonObject) l).getString("id")).toList())
        .toList();
  }
}
