package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.revisions.RevisionCommand.DeleteEntry;
import org.caucus.coalition.revisions.RevisionCommand.EditEntry;
import org.caucus.coalition.revisions.RevisionCommand.RestoreEntry;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** What was indexed before a message was edited or deleted. */
class RevisedMessageTest {
  private static Given said() {
    Post post = Post.web("Redress within a day", null, Audience.everyone());
    return Given.coalition().does(AMINA, new StartThread("coalition", "Memo", post));
  }

  @Test
  void itIsFoundByTheWordsOfNow() {
    Given given = said();
    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.found(given.state(), BOLA, "redress")).containsExactly(Given.ENTRY);

      Given edited = given.does(AMINA, new EditEntry(Given.ENTRY, "Appeals", null, List.of()));

      assertThat(searcher.found(edited.state(), BOLA, "redress")).isEmpty();
      assertThat(searcher.found(edited.state(), BOLA, "appeals")).containsExactly(Given.ENTRY);
    }
  }

  /** A count would tell that its words were there, and it would hide what else was found. */
  @Test
  void whatIsDeletedIsNeitherFoundNorCounted() {
    Given given = said().and(replied("earlier", "Redress for all")).and(replied("gone", "Redress"));
    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.found(given.state(), BOLA, "redress")).containsExactly("gone");

      Given deleted = given.does(BOLA, new DeleteEntry("gone", null, List.of()));

      assertThat(searcher.found(deleted.state(), BOLA, "redress")).containsExactly("earlier");
      assertThat(searcher.ask(deleted.state(), BOLA, "redress").encode()).contains("\"matches\":2");
      assertThat(
              searcher.found(deleted.does(BOLA, new RestoreEntry("gone")).state(), BOLA, "redress"))
          .containsExactly("gone");
    }
  }

  @Test
  void aThreadWhoseOnlyMatchIsDeletedIsNotCounted() {
    Given given = said();
    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.ask(given.state(), BOLA, "redress").getInteger("found")).isEqualTo(1);

      Given deleted = given.does(AMINA, new DeleteEntry(Given.ENTRY, null, List.of()));

      assertThat(searcher.ask(deleted.state(), BOLA, "redress").getInteger("found")).isZero();
    }
  }

  private static EntryEvent.EntryPosted replied(String id, String text) {
    return new EntryEvent.EntryPosted(
        id,
        Ref.to(Ref.Kind.THREAD, Given.THING),
        null,
        BOLA,
        Audience.everyone(),
        text,
        Channel.WEB,
        null);
  }
}
