package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;

import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** What is said in a thread is found by the title that it has now. */
class RenamedThreadTest {
  @Test
  void itsMessagesAreFoundByTheNewTitleAndNotByTheOldOne() {
    Post post = Post.web("Words", null, Audience.civilSociety());
    Given given = Given.coalition().does(AMINA, new StartThread("coalition", "Appeals", post));
    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.found(given.state(), AMINA, "appeals")).containsExactly(Given.ENTRY);

      Given renamed = given.does(AMINA, new EditThread(Given.THING, "Redress", null, null, null));

      assertThat(searcher.found(renamed.state(), AMINA, "redress")).containsExactly(Given.ENTRY);
      assertThat(searcher.found(renamed.state(), AMINA, "appeals")).isEmpty();
      assertThat(searcher.found(renamed.state(), AMINA, "words")).containsExactly(Given.ENTRY);
      assertThat(searcher.found(renamed.state(), CHIKA, "redress")).isEmpty();
    }
  }
}
