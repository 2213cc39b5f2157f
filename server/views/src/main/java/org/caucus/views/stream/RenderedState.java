package org.caucus.views.stream;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.coalition.access.ViewAs;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * One state of a workspace as its watchers are shown it. What a commit looks like is rendered when
 * it is first asked for, once for each class of readers. Who may read what is asked of this state
 * alone: the next one starts from nothing. For use by many threads.
 */
final class RenderedState {
  /**
   * Newest commits whose frames are kept. Anyone who is further back is alone there, as a rule, and
   * a log is long.
   */
  private static final int KEPT = 64;

  private final Workspace now;
  private final FrameRenderer frames;
  private final NotificationCheck rings;
  private final Map<SeatId, Optional<Shown>> bySeat = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, Optional<SseFrame>>> byClass = new ConcurrentHashMap<>();
  private final Map<Integer, Set<SeatId>> rung = new ConcurrentHashMap<>();

  RenderedState(Workspace now, FrameRenderer frames, NotificationCheck rings) {
    this.now = now;
    this.frames = frames;
    this.rings = rings;
  }

  /** Whether it is of this state. */
  boolean is(Workspace state) {
    return state.sequence() == now.sequence() && state.id().equals(now.id());
  }

  /** Whether only those come in who let nothing but a passkey in. */
  boolean passkeys() {
    return now.members().passkeys();
  }

  /** How many commits there are. */
  int size() {
    return now.history().size();
  }

  /**
   * Whether the commit at this place rings for a seat. One that is far back is not asked about:
   * anyone who comes from there reads the bell when they are here.
   */
  boolean rings(int place, SeatId seat) {
    return place >= size() - KEPT
        && rung.computeIfAbsent(place, p -> rings.of(now, now.history().get(p))).contains(seat);
  }

  /**
   * Under which key a seat asked for the commit at this place; empty if another did, or a letter.
   * Told to nobody else: keys are their makers' own.
   */
  Optional<String> keyOf(int place, SeatId seat) {
    Commit commit = now.history().get(place);
    return seat.equals(commit.seat())
        ? Optional.ofNullable(commit.key()).filter(k -> !k.byLetter()).map(IdempotencyKey::value)
        : Optional.empty();
  }

  /** What this seat is shown; null if it reads nothing any more. */
  @Nullable Shown to(SeatId seat) {
    return bySeat.computeIfAbsent(seat, this::shown).orElse(null);
  }

  private Optional<Shown> shown(SeatId id) {
    return now.access().isHere(id)
        ? Optional.of(
            new Shown(
                id, byClass.computeIfAbsent(now.readerClass(id), k -> new ConcurrentHashMap<>())))
        : Optional.empty();
  }

  /** What one seat is shown. */
  final class Shown {
    private final SeatId reader;
    private final Instant came;
    private final Map<Integer, Optional<SseFrame>> kept;

    /**
     * @param kept frames of all of its class
     */
    private Shown(SeatId reader, Map<Integer, Optional<SseFrame>> kept) {
      this.reader = reader;
      SeatId seat = ViewAs.of(reader).map(ViewAs::viewer).orElse(reader);
      this.came = Objects.requireNonNull(now.members().seats().get(seat)).start();
      this.kept = kept;
    }

    /** The frame of the commit at this place; null if it may know of nothing in it. */
    @Nullable SseFrame commit(int place) {
      var chunk = isShared(place) ? kept.computeIfAbsent(place, this::render) : render(place);
      return chunk.orElse(null);
    }

    /** What was taken from others of its class before it came is not named to this seat. */
    private boolean isShared(int place) {
      return place >= size() - KEPT && came.isBefore(now.history().get(place).at());
    }

    private Optional<SseFrame> render(int place) {
      var commit = Objects.requireNonNull(now.history().get(place));
      return frames.frame(now, commit, reader).map(SseFrame::of);
    }
  }
}
