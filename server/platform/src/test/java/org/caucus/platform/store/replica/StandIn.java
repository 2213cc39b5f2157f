package org.caucus.platform.store.replica;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.caucus.platform.store.embedded.EmbeddedBackend;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Three members of {@code rs0}, one of which is primary, before one server that has the documents.
 * See the package page for what it stands for and what it does not.
 */
public final class StandIn implements AutoCloseable {
  static final String SET = "rs0";
  public static final String USER = "caucus";
  private static final int MEMBERS = 3;
  private static final int LINES = 50;

  /** Writes that find a primary just when it stands down: each third meets another of its ends. */
  private static final int LAST_WRITES = 9;

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "createIndexes");
  private static final Set<String> READS =
      Set.of("find", "aggregate", "getMore", "listCollections");
  private static final Set<String> HELLOS = Set.of("hello", "isMaster", "ismaster");

  private final MongoServer server = new MongoServer(new EmbeddedBackend(MVStore.open(null)));
  private final InetSocketAddress behind;
  private final List<Member> members = new ArrayList<>();
  private final ReplicaCommands commands = new ReplicaCommands();
  private final Election election;
  private final @Nullable String password;
  private final Map<String, BsonDocument> done = new ConcurrentHashMap<>();
  private final AtomicInteger lastWrites = new AtomicInteger();
  private final AtomicInteger replayed = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private final List<Held> held = new CopyOnWriteArrayList<>();

  /** The server behind, for one connection. */
  interface Behind {
    WireMessage ask(WireMessage message) throws IOException;
  }

  private StandIn(ServerSocketFactory sockets, @Nullable String password) throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    behind = server.getLocalAddress();
    this.password = password;
    for (int i = 0; i < MEMBERS; i++) {
      ServerSocket listening =
          sockets.createServerSocket(0, LINES, InetAddress.getLoopbackAddress());
      members.add(new Member(this, i, listening));
    }
    election = new Election(members.stream().map(m -> "127.0.0.1:" + m.port()).toList());
  }

  /** In clear, for everybody. */
  public static StandIn plain() throws IOException {
    return new StandIn(ServerSocketFactory.getDefault(), null);
  }

  /** Under TLS with this certificate and key. */
  public static StandIn tls(Certified certified) throws IOException {
    return new StandIn(certified.context().getServerSocketFactory(), null);
  }

  /** The same, for {@link #USER} with this password only, by SCRAM-SHA-256. */
  public static StandIn guarded(Certified certified, String password) throws IOException {
    return new StandIn(certified.context().getServerSocketFactory(), password);
  }

  /** What {@code CAUCUS_MONGODB_URI} is to be: the members but the last, and the set's name. */
  public String uri() {
    return uri("");
  }

  /** The same with {@code user:password@} before the hosts. */
  public String uri(String credentials) {
    return "mongodb://"
        + credentials
        + String.join(",", election.hosts().subList(0, MEMBERS - 1))
        + "/caucus?replicaSet="
        + SET;
  }

  /** All that was asked. */
  public ReplicaCommands commands() {
    return commands;
  }

  /**
   * The next commands of this name on this collection wait, each for itself, until they are let go
   * on; nothing of them is done before.
   */
  public Held hold(String command, String collection, int many) {
    Held one = new Held(command, collection, many);
    held.add(one);
    return one;
  }

  /** It has this fault from now on. */
  public void play(Fault next) {
    fault = next;
  }

  /** Writes that came again after they were done, and were answered as the first time. */
  public int replayed() {
    return replayed.get();
  }

  /**
   * The primary stands down: of the writes that reach it then some were done and not answered, some
   * neither, some refused; half of all connections break. After the pause the next member is
   * elected.
   */
  public void stepDown(Duration pause) throws InterruptedException {
    lastWrites.set(LAST_WRITES);
    int was = election.standDown();
    members.get(was).hangUp();
    Thread.sleep(pause);
    lastWrites.set(0);
    election.elect((was + 1) % MEMBERS);
  }

  /** Returns once nobody holds this command any more. */
  void pass(BsonDocument command) throws IOException {
    for (Held one : held) {
      one.pass(command);
    }
  }

  InetSocketAddress behind() {
    return behind;
  }

  @Nullable String password() {
    return password;
  }

  /** The answer of one member; null if the line breaks instead. */
  @Nullable WireMessage answer(int member, WireMessage message, BsonDocument command, Behind real)
      throws IOException {
    Behind behind = asked -> fault.answer(asked, real);
    String name = command.getFirstKey();
    if (HELLOS.contains(name)) {
      // asked in the one word that the server behind knows
      BsonDocument isMaster = new BsonDocument("isMaster", new BsonInt32(1));
      BsonDocument hello = real.ask(WireMessage.asking(isMaster)).reply();
      return message.answered(election.hello(member, command, hello));
    }
    if (name.equals("endSessions")) {
      return message.answered(new BsonDocument("ok", new BsonInt32(1)));
    }
    if (WRITES.contains(name)) {
      return written(member, message, command, behind);
    }
    return READS.contains(name) && !election.isPrimary(member)
        ? message.answered(election.notPrimaryForReads(member))
        : behind.ask(message);
  }

  private @Nullable WireMessage written(
      int member, WireMessage message, BsonDocument command, Behind behind) throws IOException {
    if (!election.isPrimary(member)) {
      int end = lastWrites.getAndDecrement();
      return end > 0
          ? caughtInTheAct(end, member, message, command, behind)
          : message.answered(election.notPrimary(member, command));
    }
    long term = election.term();
    WireMessage answer = once(message, command, behind);
    return term == election.term() ? answer : null;
  }

  private @Nullable WireMessage caughtInTheAct(
      int end, int member, WireMessage message, BsonDocument command, Behind behind)
      throws IOException {
    return switch (end % 3) {
      case 0 -> {
        once(message, command, behind);
        yield null;
      }
      case 1 -> null;
      default -> message.answered(election.steppedDown(member, command));
    };
  }

  /**
   * As a server does: a write with the session and number of one that was done is not done again.
   */
  private WireMessage once(WireMessage message, BsonDocument command, Behind behind)
      throws IOException {
    if (!command.containsKey("txnNumber")) {
      return behind.ask(message);
    }
    String key = command.getDocument("lsid").toJson() + command.get("txnNumber");
    BsonDocument before = done.get(key);
    if (before != null) {
      replayed.incrementAndGet();
      return message.answered(before);
    }
    WireMessage answer = behind.ask(message);
    done.put(key, answer.reply());
    return answer;
  }

  @Override
  public void close() throws IOException {
    held.forEach(Held::release);
    for (Member member : members) {
      member.close();
    }
    server.shutdownNow();
  }
}
