package org.caucus.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.command.SeatId;
import org.caucus.entries.Entries;
import org.caucus.http.TooMany;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** How fast files come, by the hour: too much from one seat is refused to that seat. */
class UploadLimitsTest {
  private static final SeatId AMINA = new SeatId("amina");
  private static final SeatId BOLA = new SeatId("bola");
  private static final WorkspaceId COP = new WorkspaceId("a".repeat(26));

  private final AtomicReference<Instant> time = new AtomicReference<>(Given.START);
  private final UploadLimits limits = new UploadLimits(time::get);
  private final Entries.Held state = Given.coalition().state();

  private void begin(SeatId seat) {
    limits.begin(seat, 1, List.of(), state);
  }

  @Test
  void oneSeatBeginsSoManyFilesAnHourAndOthersGoOn() {
    for (int i = 0; i < UploadLimits.FILES_PER_SEAT; i++) {
      begin(AMINA);
    }
    assertThatThrownBy(() -> begin(AMINA)).isInstanceOf(TooMany.class);
    assertThatCode(() -> begin(BOLA)).doesNotThrowAnyException();
    time.updateAndGet(t -> t.plus(UploadLimits.WINDOW));
    assertThatCode(() -> begin(AMINA)).doesNotThrowAnyException();
  }

  @Test
  void oneSeatSendsSoManyMebibytesAnHourAndOthersGoOn() {
    for (int i = 0; i < UploadLimits.PIECES_PER_SEAT; i++) {
      limits.piece(COP, AMINA);
    }
    assertThatThrownBy(() -> limits.piece(COP, AMINA)).isInstanceOf(TooMany.class);
    assertThatCode(() -> limits.piece(COP, BOLA)).doesNotThrowAnyException();
    time.updateAndGet(t -> t.plus(Duration.ofMinutes(1)));
    assertThatCode(() -> limits.piece(COP, AMINA)).as("it comes back").doesNotThrowAnyException();
  }

  @Test
  void allSeatsTogetherSendSoManyMebibytesAnHour() {
    for (int i = 0; i < UploadLimits.PIECES_PER_WORKSPACE; i++) {
      limits.piece(COP, new SeatId("seat" + i / UploadLimits.PIECES_PER_SEAT));
    }
    assertThatThrownBy(() -> limits.piece(COP, BOLA)).isInstanceOf(TooMany.class);
    assertThatCode(() -> limits.piece(new WorkspaceId("b".repeat(26)), BOLA))
        .doesNotThrowAnyException();
  }
}
