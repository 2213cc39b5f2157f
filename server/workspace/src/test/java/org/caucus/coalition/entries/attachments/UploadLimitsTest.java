package org.caucus.coalition.entries.attachments;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.caucus.coalition.entries.Entries;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.ratelimit.RateLimited;
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
    assertThatThrownBy(() -> begin(AMINA)).isInstanceOf(RateLimited.class);
    assertThatCode(() -> begin(BOLA)).doesNotThrowAnyException();
    time.updateAndGet(t -> t.plus(UploadLimits.WINDOW));
    assertThatCode(() -> begin(AMINA)).doesNotThrowAnyException();
  }

  @Test
  void oneSeatSendsSoManyMebibytesAnHourAndOthersGoOn() {
    for (int i = 0; i < UploadLimits.PIECES_PER_SEAT; i++) {
      limits.piece(COP, "rights", AMINA);
    }
    assertThatThrownBy(() -> limits.piece(COP, "rights", AMINA)).isInstanceOf(RateLimited.class);
    assertThatCode(() -> limits.piece(COP, "press", BOLA)).doesNotThrowAnyException();
    time.updateAndGet(t -> t.plus(Duration.ofMinutes(1)));
    assertThatCode(() -> limits.piece(COP, "rights", AMINA))
        .as("it comes back")
        .doesNotThrowAnyException();
  }

  /** Others find out nothing of it. */
  @Test
  void allSeatsOfAnOrganisationTogetherSendSoManyMebibytesAnHour() {
    for (int i = 0; i < UploadLimits.PIECES_PER_ORGANISATION; i++) {
      limits.piece(COP, "press", new SeatId("seat" + i / UploadLimits.PIECES_PER_SEAT));
    }
    assertThatThrownBy(() -> limits.piece(COP, "press", BOLA)).isInstanceOf(RateLimited.class);
    assertThatCode(() -> limits.piece(COP, "rights", AMINA)).doesNotThrowAnyException();
    assertThatCode(() -> limits.piece(new WorkspaceId("b".repeat(26)), "press", BOLA))
        .doesNotThrowAnyException();
  }

  private static Upload archive(SeatId seat, int number) {
    return new Upload(
        "u" + number, seat, "list.mbox", "", 1, "b" + number, Given.START, List.of(), true);
  }

  /** How many archives others send is nobody's business: what they bring may be hidden. */
  @Test
  void archivesThatOthersSentTakeNoRoom() {
    List<Upload> others =
        IntStream.range(0, 20).mapToObj(i -> archive(new SeatId("other" + i), i)).toList();
    List<Upload> own =
        IntStream.range(0, UploadLimits.WAITING_ARCHIVES)
            .mapToObj(i -> archive(AMINA, 100 + i))
            .toList();

    assertThatCode(() -> limits.beginArchive(AMINA, 1, others)).doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.beginArchive(AMINA, 1, own)).isInstanceOf(Refusal.class);
    for (int i = 0; i < UploadLimits.ARCHIVE_PIECES; i++) {
      limits.archivePiece(BOLA);
    }
    assertThatThrownBy(() -> limits.archivePiece(BOLA)).isInstanceOf(RateLimited.class);
    assertThatCode(() -> limits.archivePiece(AMINA)).doesNotThrowAnyException();
  }
}
