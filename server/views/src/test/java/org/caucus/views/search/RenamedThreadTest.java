package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.kernel.Ref;
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

  /** Their place is the list, and their title that of the thread, in which they are now. */
  @Test
  void whatWentElsewhereIsFoundThere() {
    Post post = Post.web("Words", null, Audience.civilSociety());
    Given given =
        Given.coalition()
            .does(AMINA, new StartThread("coalition", "Appeals", post))
            .and(
                new EntryEvent.EntryPosted(
                    "second",
                    Ref.to(Ref.Kind.THREAD, Given.THING),
                    Given.ENTRY,
                    AMINA,
                    Audience.civilSociety(),
                    "Answer",
                    Channel.WEB,
                    null));
    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.found(given.state(), AMINA, "appeals answer")).containsExactly("second");

      Given split =
          given.and(
              new ListEvent.ThreadSplit(
                  "part",
                  Given.THING,
                  "coalition",
                  "Redress",
                  Audience.civilSociety(),
                  AMINA,
                  List.of("second"),
                  AMINA));
      assertThat(searcher.found(split.state(), AMINA, "redress")).containsExactly("second");
      assertThat(searcher.found(split.state(), AMINA, "appeals")).containsExactly(Given.ENTRY);
      assertThat(searcher.found(split.state(), AMINA, "appeals answer")).isEmpty();
      assertThat(searcher.found(split.state(), CHIKA, "redress")).isEmpty();

      Given moved =
          split.and(new ListEvent.ThreadMoved("part", "civil", "coalition", AMINA, AMINA));
      assertThat(searcher.found(moved.state(), AMINA, "list:civil answer"))
          .containsExactly("second");
      assertThat(searcher.found(moved.state(), AMINA, "list:coalition answer")).isEmpty();

      Given merged =
          moved.and(new ListEvent.ThreadMerged("part", Given.THING, List.of("second"), AMINA));
      assertThat(searcher.found(merged.state(), AMINA, "redress")).isEmpty();
      assertThat(searcher.found(merged.state(), AMINA, "list:coalition appeals answer"))
          .containsExactly("second");
    }
  }
}
