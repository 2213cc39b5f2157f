package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Frames are rendered once for a class of readers, where they are the same for all of it. */
class RenderedStateTest {
  private static final SeatId DARA = new SeatId("dara");
  private static final Ref MEMO = Ref.to(Ref.Kind.THREAD, "memo");

  private final Workspace now =
      Given.coalition()
          .and(
              new ListEvent.ThreadStarted(
                  "memo", "coalition", "Memo", Audience.civilSociety(), Parties.AMINA),
              new AudienceEvent.Narrowed(
                  MEMO,
                  Audience.civilSociety(),
                  Audience.named(List.of(Parties.AMINA)),
                  Parties.AMINA,
                  List.of()),
              Parties.seat(DARA, "press", Role.MEMBER, null))
          .state();
  private final int narrowed = now.history().size() - 2;

  private RenderedState rendered() {
    FrameRenderer frames = new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
    return new RenderedState(now, frames, (w, c) -> Set.of());
  }

  private static Optional<String> frame(RenderedState rendered, SeatId seat, int place) {
    return Optional.ofNullable(rendered.to(seat).commit(place))
        .map(chunk -> chunk.event().toString());
  }

  @Test
  void whatWasTakenIsToldToThoseOfAClassWhoHadItThePersonWhoAsksFirst() {
    RenderedState bolaFirst = rendered();
    RenderedState daraFirst = rendered();
    assertThat(now.readerClass(Parties.BOLA)).isEqualTo(now.readerClass(DARA));

    assertThat(frame(bolaFirst, Parties.BOLA, narrowed).orElseThrow()).contains("memo");
    assertThat(frame(bolaFirst, DARA, narrowed)).isEmpty();
    assertThat(frame(daraFirst, DARA, narrowed)).isEmpty();
    assertThat(frame(daraFirst, Parties.BOLA, narrowed).orElseThrow()).contains("memo");
  }

  @Test
  void whatHappensFromThenOnIsRenderedOnceForAll() {
    RenderedState rendered = rendered();
    SseFrame joined = rendered.to(Parties.BOLA).commit(narrowed + 1);

    assertThat(joined).isNotNull();
    assertThat(rendered.to(new SeatId("claire")).commit(narrowed + 1))
        .as("another class")
        .isNotSameAs(joined);
    assertThat(rendered.to(Parties.BOLA).commit(narrowed + 1)).isSameAs(joined);
  }
}
