package org.caucus.e2e.bench;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Electorate;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.PollPresenter;
import org.caucus.coalition.polls.PollTally;
import org.caucus.coalition.polls.RunOff;
import org.caucus.coalition.polls.Voice;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.store.MongoSettings;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A poll of ten options that 1,000 seats rank: how long each ballot takes until it is durable, one
 * after the other; and the page of the poll, and its count alone, when all are in.
 */
final class Ballots {
  private static final List<String> LABELS =
      List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
  private static final int READS = 200;
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Rooms rooms;
  private final WorkspaceId workspace;

  private Ballots(Rooms rooms, WorkspaceId workspace) {
    this.rooms = rooms;
    this.workspace = workspace;
  }

  /** Arguments: ballots, runs. */
  public static void main(String[] args) throws IOException {
    int ballots = Integer.parseInt(args[0]);
    Path directory = Files.createTempDirectory("caucus-ballots");
    Vertx vertx = Vertx.vertx();
    var settings = new MongoSettings(System.getenv("CAUCUS_MONGODB_URI"), directory);
    try (var caucus = Installation.open(settings)) {
      var rooms = new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx));
      var house = new Ballots(rooms, caucus.workspace());
      List<SeatId> seats = house.founded(ballots);
      for (int run = 1; run <= Integer.parseInt(args[1]); run++) {
        System.out.println(house.measure(seats).put("run", run).encode());
      }
    } finally {
      vertx.close().await();
    }
  }

  private String act(@Nullable SeatId by, Command command) {
    return rooms.submit(workspace, by, command, null).await().thing();
  }

  private List<SeatId> founded(int seats) {
    act(
        null,
        new MemberCommand.OpenWorkspace(
            "code", "Code of Practice", "rights", "Rights Watch", "ada", "Ada Obi"));
    SeatId convenor = rooms.read(workspace).await().members().seatOf("ada").orElseThrow().id();
    for (int i = 1; i < seats; i++) {
      var offer =
          new MemberCommand.Invite("p" + i + "@rights.example", null, "rights", Role.MEMBER);
      act(null, new MemberCommand.AcceptInvitation(act(convenor, offer), "p" + i, "Person " + i));
    }
    return rooms.read(workspace).await().members().active().stream().map(Seat::id).toList();
  }

  private JsonObject measure(List<SeatId> seats) {
    String poll = act(seats.getFirst(), question());
    long cpu = CPU.getProcessCpuTime();
    long[] cast =
        IntStream.range(0, seats.size())
            .mapToLong(i -> nanos(() -> act(seats.get(i), ballot(poll, i))))
            .toArray();
    long casting = CPU.getProcessCpuTime() - cpu;
    Workspace now = rooms.read(workspace).await();
    Poll asked = now.polls().find(poll).orElseThrow();
    JsonObject said =
        new JsonObject()
            .put("bench", "ballots")
            .put("ballots", seats.size())
            .put("cpu_us_each", casting / 1_000 / seats.size());
    put(said, "cast", cast);
    put(said, "page", reads(said, "page", () -> PollPresenter.show(now, asked, seats.getLast())));
    List<Voice> voices = Electorate.of(now, asked);
    var standing = Electorate.standing(now, asked);
    put(said, "count", reads(said, "count", () -> PollTally.of(asked.asked(), voices, standing)));
    List<List<String>> ties = tied(seats.size());
    put(said, "ties", reads(said, "ties", () -> RunOff.of(LABELS, ties)));
    return said;
  }

  private static long[] reads(JsonObject said, String what, Runnable read) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long[] nanos = IntStream.range(0, READS).mapToLong(i -> nanos(read)).toArray();
    said.put(what + "_cpu_us", (THREADS.getCurrentThreadCpuTime() - cpu) / 1_000 / READS);
    return nanos;
  }

  private static long nanos(Runnable act) {
    long began = System.nanoTime();
    act.run();
    return System.nanoTime() - began;
  }

  private static void put(JsonObject said, String what, long[] nanos) {
    Arrays.sort(nanos);
    said.put(what + "_p50_ms", Math.round(nanos[nanos.length / 2] / 10_000.0) / 100.0)
        .put(what + "_p99_ms", Math.round(nanos[nanos.length * 99 / 100] / 10_000.0) / 100.0);
  }

  private static PollCommand.OpenPoll question() {
    List<Poll.Option> options =
        LABELS.stream().map(o -> new Poll.Option("", "Option " + o, null, null)).toList();
    return new PollCommand.OpenPoll(
        Poll.Kind.RANKED,
        "In which order?",
        "",
        options,
        Poll.VoiceOf.SEAT,
        null,
        null,
        Instant.now().plus(Duration.ofDays(7)),
        Poll.Silence.COUNTS_AS_NOTHING,
        Poll.Shown.LIVE,
        ZoneOffset.UTC,
        Audience.civilSociety());
  }

  /** Each seat has an order of its own. */
  private static BallotCommand.CastBallot ballot(String poll, int seat) {
    List<String> order = new ArrayList<>(LABELS);
    Collections.shuffle(order, new Random(seat));
    return new BallotCommand.CastBallot(poll, BallotValue.of(order), "", Channel.WEB);
  }

  /**
   * Each option is as often at each place as any other: all ways to break the ties are looked at.
   */
  private static List<List<String>> tied(int ballots) {
    return IntStream.range(0, ballots).mapToObj(Ballots::rotated).toList();
  }

  private static List<String> rotated(int by) {
    List<String> order = new ArrayList<>(LABELS);
    Collections.rotate(order, by);
    return order;
  }
}
