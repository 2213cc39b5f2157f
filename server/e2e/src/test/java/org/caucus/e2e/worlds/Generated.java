package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;

/** Worlds by the number, each with a hidden past of its own, and what differed in them. */
final class Generated {
  private static final int STEPS = 30;
  private static final int MAX_TOLD = 20;

  private final Mailbag mailbag;
  private final Transcripts asked;
  private final Written written;
  private final List<String> differences = new ArrayList<>();
  private long count;
  private long differing;
  private long compared;
  private long skipped;

  Generated(Installation at) {
    this.mailbag = new Mailbag(at.vault());
    this.asked = new Transcripts(at);
    this.written = new Written(at.vault());
  }

  /** So many pairs for servers to hold, each with a workspace of its own. */
  static List<Twins.Pair> pairs(long seed, int wanted) {
    List<Twins.Pair> pairs = new ArrayList<>();
    for (long s = seed; pairs.size() < wanted; s++) {
      List<Doings.Step> steps = Doings.history(s, STEPS);
      List<Workspace> plain = plain(steps);
      for (SeatId reader : plain.getLast().members().seats().keySet()) {
        Worlds worlds = new Worlds(reader, s);
        worlds.play(steps, plain);
        if (worlds.holdsOverHttp() && pairs.size() < wanted) {
          pairs.add(new Twins.Pair("world-" + pairs.size(), worlds.end()));
        }
      }
    }
    return pairs;
  }

  private static List<Workspace> plain(List<Doings.Step> steps) {
    List<Workspace> plain = new ArrayList<>();
    plain.add(Given.coalition().state());
    for (Doings.Step step : steps) {
      plain.add(plain.getLast().evolve((Commit) step.on(plain.getLast())));
    }
    return plain;
  }

  /** One history, and a second world for every seat in it. */
  void generate(long seed) {
    List<Doings.Step> steps = Doings.history(seed, STEPS);
    List<Workspace> plain = plain(steps);
    for (SeatId reader : plain.getLast().members().seats().keySet()) {
      Worlds worlds = new Worlds(reader, seed);
      worlds.play(steps, plain);
      worlds.compare(mailbag, asked, written);
      add(worlds, seed);
    }
  }

  private void add(Worlds worlds, long seed) {
    if (!worlds.comparable()) {
      skipped++;
      return;
    }
    count++;
    compared += worlds.compared();
    differing += worlds.differences().size();
    for (String difference : worlds.differences()) {
      if (differences.size() < MAX_TOLD) {
        differences.add("seed " + seed + ", " + difference);
      }
    }
  }

  long count() {
    return count;
  }

  long compared() {
    return compared;
  }

  List<String> differences() {
    return differences;
  }

  /** The numbers, as one line of JSON. */
  String line() {
    return new JsonObject()
        .put("worlds", count)
        .put("differing", differing)
        .put("characters_compared", compared)
        .put("not_comparable", skipped)
        .encode();
  }
}
