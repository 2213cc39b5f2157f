package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.kernel.SeatId;
import org.caucus.platform.serialization.Packer;
import org.caucus.platform.serialization.Unpacker;

/** A snapshot at any moment, with what came after it, is the full replay: in every state. */
class SnapshotPropertiesTest {
  private static final int STEPS = 60;

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void aSnapshotAndTheTailAreTheFullReplay(@ForAll long seed, @ForAll int where) {
    Workspace live = lived(seed);
    int n = Math.floorMod(where, live.history().size() + 1);

    Workspace replayed = Workspace.empty(live.id());
    for (Commit commit : live.history()) {
      replayed = replayed.evolve(reread(commit));
    }
    Workspace snapped = unpacked(live, packed(live.history().subList(0, n)));
    for (Commit commit : live.history().subList(n, live.history().size())) {
      snapped = snapped.evolve(reread(commit));
    }

    assertThat(snapped).isEqualTo(replayed).isEqualTo(live);
    assertThat(snapped.sequence()).isEqualTo(live.sequence());
    for (var seat : live.members().seats().keySet()) {
      assertThat(View.of(snapped, seat).encode()).isEqualTo(View.of(live, seat).encode());
      assertThat(View.activity(snapped, seat)).isEqualTo(View.activity(live, seat));
      assertThat(snapped.positionFor(seat)).isEqualTo(live.positionFor(seat));
    }
  }

  /** What is remembered of earlier searches changes no answer, in whatever order it is asked. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void aPositionIsThatOfTheNewestVisibleCommit(@ForAll long seed) {
    Random random = new Random(seed);
    Workspace state = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, STEPS)) {
      Workspace before = state;
      state = state.evolve((Commit) step.on(state));
      for (var seat : before.members().seats().keySet()) {
        if (random.nextInt(3) == 0) {
          assertThat(state.positionFor(seat)).isEqualTo(searched(state, seat));
          assertThat(before.positionFor(seat)).isEqualTo(searched(before, seat));
        }
      }
    }
  }

  private static String searched(Workspace state, SeatId reader) {
    return state.history().reversed().stream()
        .filter(c -> !state.visible(c, reader).isEmpty())
        .findFirst()
        .map(Commit::id)
        .orElse("");
  }

  private static Workspace lived(long seed) {
    Workspace state = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, STEPS)) {
      state = state.evolve((Commit) step.on(state));
    }
    return state;
  }

  /** As the log gives it back. */
  private static Commit reread(Commit commit) {
    return CommitCodec.read(commit.sequence(), CommitCodec.write(commit));
  }

  /** Many small parts, so that they point into each other. */
  private static List<byte[]> packed(List<Commit> commits) {
    Packer packer = new Packer();
    List<byte[]> parts = new ArrayList<>();
    for (Commit commit : commits) {
      packer.put(WorkspaceLoader.COMMITS, commit);
      if (packer.size() > 500) {
        parts.add(packer.part());
      }
    }
    parts.add(packer.part());
    return parts;
  }

  private static Workspace unpacked(Workspace live, List<byte[]> parts) {
    Fold fold = new Fold(Workspace.empty(live.id()));
    Unpacker unpacker = new Unpacker();
    for (byte[] part : parts) {
      unpacker.part(part, WorkspaceLoader.PART_LIMIT_BYTES);
      while (unpacker.more()) {
        fold.plus(unpacker.take(WorkspaceLoader.COMMITS));
      }
    }
    return fold.end();
  }

  /** Every event type there is, from its golden file, is packed and unpacked as it is. */
  @Property(tries = 1)
  void everyEventThereIsComesThrough() {
    List<Commit> all = GoldenEvents.all().stream().map(GoldenEvents::commit).toList();
    Packer packer = new Packer();
    all.forEach(c -> packer.put(WorkspaceLoader.COMMITS, c));
    Unpacker unpacker = new Unpacker();
    unpacker.part(packer.part(), WorkspaceLoader.PART_LIMIT_BYTES);

    for (Commit commit : all) {
      assertThat(unpacker.take(WorkspaceLoader.COMMITS)).isEqualTo(commit);
    }
  }
}
