package org.caucus.coalition.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.EventTypes;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * Of an answer that is hidden until its poll closes others find no trace, whatever their role: not
 * on pages, in what happened, in their copy, in a search, nor in the position that they are given.
 */
class PollReadersTest {
  private static final String POLL = Given.THING;
  private static final String SECRET = "Quinces ripen late";
  private static final List<SeatId> OTHERS =
      List.of(Parties.AMINA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA);

  @Test
  void untilItClosesNobodyElseHasATraceOfAHiddenAnswer() {
    Given before = opened(Audience.everyone());
    Given after = before.does(Parties.BOLA, objects());

    for (SeatId other : OTHERS) {
      assertThat(all(after.state(), other)).as("%s", other).isEqualTo(all(before.state(), other));
    }
    assertThat(all(after.state(), Parties.BOLA)).contains(SECRET);
    Given resolved =
        after.does(
            Parties.BOLA, new BallotCommand.ResolveObjection(POLL, Given.THING, "They were sour."));
    for (SeatId other : OTHERS) {
      assertThat(all(resolved.state(), other)).isEqualTo(all(before.state(), other));
    }
  }

  @Test
  void whenItClosesThoseWhoReadThePollReadItAndNobodyElse() {
    Given closed =
        opened(Audience.civilSociety())
            .does(Parties.BOLA, objects())
            .does(Parties.AMINA, new PollCommand.ClosePoll(POLL));

    assertThat(all(closed.state(), Parties.AMINA)).contains(SECRET);
    assertThat(all(closed.state(), Parties.CLAIRE)).contains(SECRET);
    assertThat(all(closed.state(), Parties.CHIKA)).doesNotContain(SECRET, POLL);
  }

  /** All that this seat is shown, knows of, and takes out. */
  private static String all(Workspace now, SeatId reader) {
    StringBuilder all = new StringBuilder(View.of(now, reader).encode());
    now.history().stream()
        .flatMap(commit -> now.visibleEvents(commit, reader).stream())
        .map(event -> EventTypes.exported(event, ref -> true).encode())
        .forEach(all::append);
    now.item(Ref.to(Ref.Kind.POLL, POLL))
        .filter(item -> now.access().canRead(reader, item.scope()))
        .flatMap(Item::searchText)
        .map(SearchText::text)
        .ifPresent(all::append);
    now.polls()
        .find(POLL)
        .filter(poll -> now.access().canRead(reader, poll.scope(now)))
        .ifPresent(poll -> all.append(PollPresenter.whole(now, poll, reader, View.NOW)));
    return all.toString();
  }

  private static BallotCommand objects() {
    return new BallotCommand.CastBallot(
        POLL, BallotValue.of(BallotValue.Stance.OBJECT), SECRET, Channel.WEB);
  }

  private static Given opened(Audience audience) {
    PollCommand open =
        new PollCommand.OpenPoll(
            Poll.Kind.CONSENT,
            "What do we do?",
            "",
            List.of(),
            Poll.VoiceOf.ORGANISATION,
            null,
            null,
            Given.START.plus(Duration.ofDays(60)),
            Poll.Silence.NO_OBJECTION,
            Poll.Shown.AT_CLOSE,
            ZoneOffset.UTC,
            audience);
    return Given.coalition().does(Parties.AMINA, open);
  }
}
