package org.caucus.platform.store;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server does what Caucus leans on, tried on a scratch collection. A server that passes
 * is remembered in the database with its version, so that the next start reads one document.
 */
final class ServerCapabilityCheck {
  /** Grows when more is tried; what passed an earlier one is tried again. */
  static final int REVISION = 1;

  /** The {@code _id} under which a passed trial is remembered. */
  static final String MARK = "trial";

  /** What the names of scratch collections begin with; the time they were begun follows. */
  static final String SCRATCH = "trial-";

  /** Writers at once. */
  private static final int WRITERS = 16;

  /** How often they are set on one version: a race is not lost each time. */
  private static final int ROUNDS = 8;

  /** Documents of the ordered insert: more than some servers take at once. */
  private static final int BATCH = 250;

  /** The place in it that is taken, in its second hundred. */
  private static final int TAKEN = 120;

  /** After so long a scratch collection belongs to a trial that was cut short. */
  private static final long ABANDONED_MS = TimeUnit.HOURS.toMillis(1);

  /** Ids in the order of their octets, which no language has. */
  private static final List<String> BY_OCTETS =
      List.of(
          "-a", "1", "10", "2", "A", "B", "Z", "_", "a", "a-b", "a/1", "a0", "aB", "b", "z", "é");

  private static final Pattern BEGUN = Pattern.compile(SCRATCH + "(\\d{1,15})-.{1,20}");
  private static final String LAST = "\uffff";
  private static final Logger LOG = LoggerFactory.getLogger(ServerCapabilityCheck.class);

  private final Mongo mongo;
  private final String name;
  private final Documents scratch;

  private ServerCapabilityCheck(Mongo mongo, String name) {
    this.mongo = mongo;
    this.name = name;
    this.scratch = mongo.documents(name);
  }

  /**
   * Tries the server unless this version of it has passed already.
   *
   * @throws DatabaseException.Unfit it does not do all of it
   */
  static void pass(Mongo mongo) {
    String server = product(mongo.run(command("buildInfo", new BsonInt32(1))).await());
    Documents marks = mongo.documents(Mongo.MARKS);
    BsonDocument passed =
        id(MARK)
            .append("server", new BsonString(server))
            .append("revision", new BsonInt32(REVISION));
    if (marks.findById(MARK).await().filter(passed::equals).isPresent()) {
      return;
    }
    List<String> faults = faults(mongo, server);
    if (!faults.isEmpty()) {
      throw new DatabaseException.Unfit(server, faults);
    }
    marks.replace(passed).await();
    LOG.info("the database is {}. It was tried and does what Caucus needs", server);
  }

  /** Tries the server whatever it passed before, and remembers nothing. */
  static Mongo.Trial trial(Mongo mongo) {
    String server = product(mongo.run(command("buildInfo", new BsonInt32(1))).await());
    return new Mongo.Trial(server, faults(mongo, server));
  }

  private static List<String> faults(Mongo mongo, String server) {
    sweep(mongo);
    String name =
        SCRATCH
            + System.currentTimeMillis()
            + "-"
            + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    try {
      return new ServerCapabilityCheck(mongo, name).faults(server);
    } finally {
      drop(mongo, name);
    }
  }

  /** Product and version by what it says of its build. */
  static String product(BsonDocument built) {
    String version = text(built, "version");
    String ferret = text(built, "ferretdbVersion");
    if (ferret.isEmpty() && built.get("ferretdb") instanceof BsonDocument inner) {
      ferret = text(inner, "version");
    }
    return ferret.isEmpty()
        ? "MongoDB " + (version.isEmpty() ? "of an unknown version" : version)
        : "FerretDB " + (ferret.startsWith("v") ? ferret.substring(1) : ferret);
  }

  private static String text(BsonDocument document, String key) {
    return document.get(key) instanceof BsonString text ? text.getValue() : "";
  }

  /** Collections of trials that were cut short. */
  private static void sweep(Mongo mongo) {
    long now = System.currentTimeMillis();
    for (String each : mongo.collections().await()) {
      Matcher begun = BEGUN.matcher(each);
      if (begun.matches() && now - Long.parseLong(begun.group(1)) > ABANDONED_MS) {
        drop(mongo, each);
      }
    }
  }

  private static void drop(Mongo mongo, String name) {
    try {
      mongo.drop(name).await();
    } catch (DatabaseException e) {
      LOG.warn("the scratch collection {} could not be removed; it can be dropped by hand", name);
    }
  }

  /** What it does not do; without acknowledgement nothing else is tried. */
  private List<String> faults(String server) {
    Optional<String> unkept = tried("a write for the majority's journal", this::acknowledgement);
    if (unkept.isPresent()) {
      return List.of(unkept.get());
    }
    if (!heedsWriteConcern()) {
      LOG.warn(
          "{} confirms a write whatever is asked of it: whether what it confirmed outlasts a crash"
              + " depends on how it, and what is behind it, are set up",
          server);
    }
    List<String> faults = new ArrayList<>();
    tried("an insert of a taken _id", this::takenId).ifPresent(faults::add);
    tried("an ordered insert", this::orderedInsert).ifPresent(faults::add);
    tried("writers who insert one _id at once", this::insertRace).ifPresent(faults::add);
    tried("writers who replace one version at once", this::replaceRace).ifPresent(faults::add);
    tried("a range of _id", this::order).ifPresent(faults::add);
    return faults;
  }

  /** What it refuses is a fault as well; if it goes away nothing is known. */
  private static Optional<String> tried(String what, Supplier<Optional<String>> attempt) {
    try {
      return attempt.get();
    } catch (DatabaseException.Away e) {
      throw e;
    } catch (DatabaseException e) {
      return Optional.of("it answered " + what + " with an error (" + e.getMessage() + ")");
    }
  }

  private static Optional<String> unless(boolean good, String fault) {
    return good ? Optional.empty() : Optional.of(fault);
  }

  private Optional<String> acknowledgement() {
    BsonDocument asked =
        new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE);
    BsonDocument reply = mongo.run(insert("acknowledged", asked)).await();
    if (reply.get("writeConcernError") instanceof BsonDocument error) {
      return Optional.of(
          "it did not confirm a write for the majority's journal (code "
              + (error.isNumber("code") ? error.getNumber("code").intValue() : 0)
              + ")");
    }
    boolean said = reply.isNumber("n") && reply.getNumber("n").intValue() == 1;
    return unless(
        said && scratch.findById("acknowledged").await().isPresent(),
        said
            ? "a write that it confirmed for the majority's journal was not there"
            : "it did not confirm a write for the majority's journal");
  }

  /** Whether it refuses what nobody can promise. */
  private boolean heedsWriteConcern() {
    BsonDocument impossible = new BsonDocument("w", new BsonString("caucus-has-no-such-mode"));
    try {
      return mongo.run(insert("unpromised", impossible)).await().containsKey("writeConcernError");
    } catch (DatabaseException.Refused e) {
      return true;
    }
  }

  private BsonDocument insert(String id, BsonDocument writeConcern) {
    return command("insert", new BsonString(name))
        .append("documents", new BsonArray(List.of(id(id))))
        .append("ordered", BsonBoolean.TRUE)
        .append("writeConcern", writeConcern);
  }

  private Optional<String> takenId() {
    scratch.insert(id("taken/1")).await();
    try {
      scratch.insertAll(List.of(id("taken/0"), id("taken/1"), id("taken/2"))).await();
    } catch (DatabaseException.DuplicateKey e) {
      return unless(
          e.index() == 1,
          "it said that document " + e.index() + " of an insert had a taken _id, not document 1");
    } catch (DatabaseException.Refused e) {
      return Optional.of("it refused a taken _id with another error than 11000");
    }
    return Optional.of("it confirmed an insert whose _id was taken");
  }

  private Optional<String> orderedInsert() {
    List<BsonDocument> all =
        IntStream.range(0, BATCH).mapToObj(i -> id("batch/%03d".formatted(i))).toList();
    scratch.insert(all.get(TAKEN)).await();
    int at = -1;
    try {
      scratch.insertAll(all).await();
    } catch (DatabaseException.DuplicateKey e) {
      at = e.index();
    }
    int there = scratch.ids("batch/", "batch0", BATCH).await().size();
    String batch = "an ordered insert of " + BATCH + " documents ";
    String taken = "the one whose _id was taken";
    if (at != TAKEN) {
      return Optional.of(
          batch
              + (at < 0
                  ? "was confirmed though one _id was taken"
                  : "was said to stop at document "
                      + at
                      + " where document "
                      + TAKEN
                      + " was taken"));
    }
    int more = there - TAKEN - 1;
    return unless(
        more == 0,
        more > 0
            ? batch + "went on behind " + taken + " (" + more + " more went in)"
            : batch + "left out " + -more + " before " + taken);
  }

  /** The log itself is written so: who is first has the place. */
  private Optional<String> insertRace() {
    for (int round = 0; round < ROUNDS; round++) {
      String place = "place/" + round;
      long first = winners(writer -> scratch.insertIfAbsent(version(place, 1, writer)));
      if (first != 1) {
        return Optional.of(
            "of " + WRITERS + " writers who inserted one _id at once " + first + " were confirmed");
      }
    }
    return Optional.empty();
  }

  private Optional<String> replaceRace() {
    for (int round = 0; round < ROUNDS; round++) {
      String lease = "lease/" + round;
      scratch.insert(version(lease, 1, WRITERS)).await();
      long first = winners(writer -> scratch.compareAndReplace(version(lease, 2, writer), 1));
      if (first != 1) {
        return Optional.of(
            "of "
                + WRITERS
                + " writers who replaced one version at once "
                + first
                + " were confirmed");
      }
    }
    return Optional.empty();
  }

  private interface Writer {
    Future<Boolean> write(int number);
  }

  private static long winners(Writer writer) {
    List<Future<Boolean>> all = IntStream.range(0, WRITERS).mapToObj(writer::write).toList();
    return all.stream().filter(won -> won.await()).count();
  }

  private Optional<String> order() {
    List<BsonDocument> mixed =
        IntStream.range(0, BY_OCTETS.size())
            .mapToObj(i -> id(BY_OCTETS.get(i * 5 % BY_OCTETS.size()))) // no common factor
            .toList();
    scratch.deleteRange("", LAST).await(); // what was tried before
    scratch.insertAll(mixed).await();
    List<String> found = scratch.ids("", LAST, BATCH).await();
    List<String> between = scratch.ids("Z", "a0", BATCH).await();
    int from = BY_OCTETS.indexOf("Z") + 1;
    return unless(
        found.equals(BY_OCTETS) && between.equals(BY_OCTETS.subList(from, BY_OCTETS.indexOf("a0"))),
        "it ordered _id by a language and not by octets");
  }

  private static BsonDocument version(String id, int version, int writer) {
    return id(id)
        .append(Documents.VERSION, new BsonInt64(version))
        .append("writer", new BsonInt32(writer));
  }

  private static BsonDocument id(String id) {
    return new BsonDocument("_id", new BsonString(id));
  }

  private static BsonDocument command(String name, BsonValue value) {
    return new BsonDocument(name, value);
  }
}
