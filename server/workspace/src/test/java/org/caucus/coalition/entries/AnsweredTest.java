package org.caucus.coalition.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That an entry answers another tells of the other, to the person who can read that. */
class AnsweredTest {
  private static final Ref MEMO = Ref.to(Ref.Kind.THREAD, "memo");

  private static Event entry(String id, @Nullable String answers, SeatId by) {
    return new EntryEvent.EntryPosted(
        id, MEMO, answers, by, Audience.everyone(), "Words", Channel.WEB, null);
  }

  private static @Nullable String answers(Given given, SeatId reader) {
    return View.of(given.state(), reader)
        .getJsonObject("entries")
        .getJsonObject("second")
        .getString("answers");
  }

  @Test
  void whoLostWhatIsAnsweredIsNotToldThatThereIsSomething() {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted(
                    "memo", "coalition", "Memo", Audience.everyone(), AMINA),
                entry("first", null, AMINA),
                entry("second", "first", BOLA));
    assertThat(answers(given, CHIKA)).isEqualTo("first");

    given =
        given.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.ENTRY, "first"),
                Audience.everyone(),
                Audience.civilSociety(),
                AMINA,
                List.of()));

    assertThat(answers(given, AMINA)).isEqualTo("first");
    assertThat(answers(given, CHIKA)).isNull();
  }
}
