package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** The subject under which a reply in a renamed thread goes out. */
class RenamedSubjectTest {
  private static Thread called(String first, String... then) {
    Given given =
        Given.coalition()
            .does(
                Parties.AMINA,
                new StartThread("coalition", first, Post.web("Words", null, Audience.everyone())));
    for (String title : Arrays.asList(then)) {
      given = given.does(Parties.AMINA, new EditThread(Given.THING, title, null, null, null));
    }
    return given.state().lists().thread(Given.THING).orElseThrow();
  }

  @Test
  void aFormerTitleGivesWayWithItsMarksBeforeIt() {
    Thread thread = called("Joint call", "Call of 3 July");

    assertThat(RenamedSubject.of("Joint call", thread)).isEqualTo("Call of 3 July");
    assertThat(RenamedSubject.of("Re: joint CALL ", thread)).isEqualTo("Re: Call of 3 July");
    assertThat(RenamedSubject.of("AW: [COP] Re: Joint call", thread))
        .isEqualTo("AW: [COP] Re: Call of 3 July");
    assertThat(RenamedSubject.of("رد: Joint call", thread)).isEqualTo("رد: Call of 3 July");
  }

  @Test
  void anyFormerTitleDoes() {
    Thread thread = called("Joint call", "Call of 2 July", "Re: Call of 3 July");

    assertThat(RenamedSubject.of("Re: Joint call", thread)).isEqualTo("Re: Call of 3 July");
    assertThat(RenamedSubject.of("Re: Call of 2 July", thread)).isEqualTo("Re: Call of 3 July");
  }

  @Test
  void whatItsAuthorCallsOtherwiseStays() {
    Thread thread = called("Joint call", "Call of 3 July");

    assertThat(RenamedSubject.of("Re: Call of 3 July", thread)).isEqualTo("Re: Call of 3 July");
    assertThat(RenamedSubject.of("Re: Joint call with Chirp", thread))
        .isEqualTo("Re: Joint call with Chirp");
    assertThat(RenamedSubject.of("", thread)).isEmpty();
    assertThat(RenamedSubject.of("Re: Joint call", called("Joint call")))
        .isEqualTo("Re: Joint call");
  }
}
