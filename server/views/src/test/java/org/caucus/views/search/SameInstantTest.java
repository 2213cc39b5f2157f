package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.VERA;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/**
 * Letters of an archive are dated to the second, and several have one. Which of them stands for
 * their conversation does not follow from what else lies in the index.
 */
class SameInstantTest {
  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, "t1");

  private static EntryEvent imported(String id) {
    return new EntryEvent.EntryImported(
        id,
        THREAD,
        null,
        AMINA,
        Audience.everyone(),
        Instant.parse("2025-03-01T10:00:00Z"),
        "A removal notice.",
        new EntryLetter(id, id + "@x.example", null, false, List.of()),
        List.of(),
        null);
  }

  private static EntryEvent hidden(String id, int words) {
    return new EntryEvent.EntryPosted(
        id,
        THREAD,
        null,
        AMINA,
        Audience.civilSociety(),
        "Other words, and more. ".repeat(words),
        Channel.WEB,
        null);
  }

  /** What is found where so much that is hidden was read between the two, piece by piece. */
  private static List<String> found(int between) {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "Memo", Audience.everyone(), AMINA),
                imported("one"));
    try (Searcher searcher = new Searcher()) {
      searcher.found(given.state(), AMINA, "notice");
      for (int i = 0; i < between; i++) {
        given = given.and(hidden("h" + i, 1));
        searcher.found(given.state(), AMINA, "words");
      }
      given = between == 0 ? given : given.and(hidden("long", 2_000));
      given = given.and(imported("other"));
      return searcher.found(given.state(), VERA, "notice");
    }
  }

  @Test
  void whatIsHiddenDoesNotChooseBetweenTwoOfOneInstant() {
    List<String> alone = found(0);

    for (int between = 1; between < 24; between++) {
      assertThat(found(between)).as("%s hidden", between).isEqualTo(alone);
    }
  }
}
