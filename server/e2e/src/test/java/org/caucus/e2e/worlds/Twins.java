package org.caucus.e2e.worlds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.access.Seat;
import org.caucus.identity.Tokens;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * Two servers with the same keys, tokens, names and clock, and one log of difference: of each pair
 * of worlds the first has one, the second the other. So nothing they answer needs to be evened out
 * before it is compared, but what is random anew in the seat's own acts.
 */
final class Twins implements AutoCloseable {
  private static final int RECORDS_AT_ONCE = 500;

  /** Three copies each; seats are called the same in each story, and six an hour are allowed. */
  private static final int ROUNDS_OF_COPIES = 2;

  private static final Pattern PERSON = Pattern.compile("\"person\":\"([\\w-]{1,40})\"");
  private static final Pattern BLOB = Pattern.compile("\"(blob|letter)\":\"(\\w{1,40})\"");
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BLOB_ID_CHARS = 26;

  /** Both think that they are reached here: it stands in links. */
  static final String BASE_URL = "http://localhost:8080";

  /** All of every story has happened, and nothing in it has run out. */
  private static final Instant AFTER_THE_STORY = Given.START.plus(Duration.ofHours(12));

  private final Path first;
  private final Path second;
  private final AtomicReference<Instant> now;
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, Integer> copied = new HashMap<>();
  private final Map<String, String> cookies = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();
  private Map<String, WorkspaceId> workspaces = Map.of();
  private final List<Server> servers = new ArrayList<>();

  /**
   * One of the two.
   *
   * @param base where it really listens
   * @param mail what it sent
   */
  record Server(Wiring wiring, URI base, CatchAllServer mail) {}

  /** What one workspace is in each of the two. */
  record Pair(String slug, Worlds worlds) {
    /** People are others in each: how often one is written to must not depend on the next pair. */
    String person(String name) {
      return slug + "-" + name;
    }

    String reader() {
      return person(worlds.person());
    }
  }

  private Twins(Path directory, Instant now) {
    this.first = directory.resolve("a");
    this.second = directory.resolve("b");
    this.now = new AtomicReference<>(now);
  }

  /** Both servers, with these workspaces, serving pages alone. */
  static Twins serving(Path directory, List<Pair> pairs) throws IOException {
    Twins twins = new Twins(directory, View.NOW);
    twins.fill(pairs);
    twins.servers.forEach(s -> s.wiring().startPages(List.of()));
    return twins;
  }

  /**
   * Both servers, sending what their logs hold, at an hour when nothing in them has run out: how
   * soon a clock looks, and how far the letters of what it looks at are, is chance.
   */
  static Twins mailing(Path directory, List<Pair> pairs) throws IOException {
    Twins twins = new Twins(directory, AFTER_THE_STORY);
    twins.fill(pairs);
    twins.servers.forEach(s -> s.wiring().startMail());
    return twins;
  }

  /** Both end and begin again weeks later: what fell due meanwhile is seen to. */
  void restart() throws IOException {
    close();
    servers.clear();
    now.set(View.NOW);
    servers.add(open(first));
    servers.add(open(second));
    servers.forEach(s -> s.wiring().startMail());
  }

  /** Both end, and begin again serving pages alone. */
  void serve() throws IOException {
    close();
    servers.clear();
    servers.add(open(first));
    servers.add(open(second));
    servers.forEach(s -> s.wiring().startPages(List.of()));
  }

  private void fill(List<Pair> pairs) throws IOException {
    meet(first, pairs);
    Map<String, WorkspaceId> ids = prepare(first, pairs);
    workspaces = Map.copyOf(ids);
    copy(first, second);
    fill(first, ids, pairs, false);
    fill(second, ids, pairs, true);
    servers.add(open(first));
    servers.add(open(second));
  }

  /** Everyone who ever sat anywhere, with an address to send to. */
  private void meet(Path data, List<Pair> pairs) throws IOException {
    Server server = open(data);
    for (Pair pair : pairs) {
      for (Seat seat : pair.worlds().seats()) {
        persons.computeIfAbsent(
            pair.person(seat.person()),
            p -> server.wiring().persons().ensure(address(p), seat.name()).await().id());
      }
      String reader = persons.get(pair.reader());
      cookies.put(pair.reader(), server.wiring().persons().beginSession(reader, "worlds").await());
    }
    server.wiring().close();
    server.mail().close();
  }

  static String address(String person) {
    return person + "@home.example";
  }

  /** What both have: keys, names, and a token for everyone who has a seat anywhere. */
  private Map<String, WorkspaceId> prepare(Path data, List<Pair> pairs) {
    Map<String, WorkspaceId> ids = new HashMap<>();
    try (Installation at = Installation.open(data)) {
      WorkspaceDirectory directory =
          new WorkspaceDirectory(
              new UniqueNames(at.mongo(), at.vault(), "slug"),
              new UniqueNames(at.mongo(), at.vault(), "address"),
              View.DOMAIN);
      AuditSigningKey.open(at.mongo(), at.vault());
      Tokens minting = new Tokens(at.mongo(), at.vault(), id -> {}, now::get);
      for (Pair pair : pairs) {
        WorkspaceId id = at.workspace();
        ids.put(pair.slug(), id);
        directory.claimSlug(pair.slug(), id).await();
        String reader = pair.reader();
        tokens.put(reader, minting.mint(persons.get(reader), "worlds").await());
      }
    }
    return ids;
  }

  private void fill(Path data, Map<String, WorkspaceId> ids, List<Pair> pairs, boolean second) {
    try (Installation at = Installation.open(data)) {
      Blobs blobs = new Blobs(at.mongo(), at.vault());
      for (Pair pair : pairs) {
        WorkspaceId id = ids.get(pair.slug());
        List<Commit> history = pair.worlds().history(second);
        List<byte[]> records =
            history.stream().map(c -> named(CommitCodec.write(c), pair)).toList();
        for (int i = 0; i < records.size(); i += RECORDS_AT_ONCE) {
          at.append(id, i + 1, records.subList(i, Math.min(records.size(), i + RECORDS_AT_ONCE)));
        }
        List<Blobs.Chunk> letters =
            history.stream()
                .map(c -> new String(CommitCodec.write(c), UTF_8))
                .flatMap(text -> BLOB.matcher(text).results())
                .map(found -> found.group(2))
                .distinct()
                .map(name -> letter(name, pair.worlds().named()))
                .toList();
        if (!letters.isEmpty()) {
          blobs.restore(id, letters).await();
        }
      }
    }
  }

  private static Blobs.Chunk letter(String name, List<Ref> names) {
    return new Blobs.Chunk(blob(name), 0, true, Mailbag.raw(name, names));
  }

  /** The story calls every workspace by one short name, and letters as it likes. */
  private byte[] named(byte[] record, Pair pair) {
    String slug = pair.slug();
    String text =
        new String(record, UTF_8).replace("\"slug\":\"cop\"", "\"slug\":\"" + slug + "\"");
    String met =
        PERSON
            .matcher(text)
            .replaceAll(p -> "\"person\":\"" + persons.get(pair.person(p.group(1))) + "\"");
    return BLOB.matcher(met)
        .replaceAll(f -> "\"" + f.group(1) + "\":\"" + blob(f.group(2)).value() + "\"")
        .getBytes(UTF_8);
  }

  /** The id under which a letter of the story is kept. */
  private static BlobId blob(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < BLOB_ID_CHARS; i++) {
        id.append(BASE32.charAt(hash[i] & 31));
      }
      return new BlobId(id.toString());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Server open(Path data) throws IOException {
    int port = Ports.free();
    CatchAllServer mail =
        new CatchAllServer(data.resolveSibling(data.getFileName() + "-mail"), 0, now::get);
    mail.start();
    Map<String, String> all = new HashMap<>();
    all.put("CAUCUS_DATA", data.toString());
    all.put("CAUCUS_HTTP_PORT", Integer.toString(port));
    all.put("CAUCUS_SMTP_PORT", "0");
    all.put("CAUCUS_DOMAIN", View.DOMAIN);
    all.put("CAUCUS_BASE_URL", BASE_URL);
    all.put("CAUCUS_SMTP_URL", "smtp://127.0.0.1:" + mail.port());
    all.put("CAUCUS_MAIL_WAITS", "none");
    all.put("CAUCUS_REQUESTS_PER_MINUTE", "100000");
    all.put("CAUCUS_NOTICE_SECONDS", "0"); // each notice is a letter of its own, at once
    Wiring wiring = new Wiring(Settings.from(all::get), now::get);
    return new Server(wiring, URI.create("http://localhost:" + port), mail);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Waits until neither has anything to tell of what its logs hold, nor a letter on its way. */
  void settle() {
    for (Server server : servers) {
      workspaces.values().forEach(id -> server.wiring().settled(id).await());
    }
  }

  /** Time passes, for both alike. */
  void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  String token(Pair pair) {
    return tokens.get(pair.reader());
  }

  /** Whether one more round of copies is within what a seat may ask for in an hour. */
  boolean mayCopy(Pair pair) {
    return copied.merge(pair.worlds().reader().value(), 1, Integer::sum) <= ROUNDS_OF_COPIES;
  }

  /** The cookie of somebody who signed in just now: what a token may not do, that may. */
  String cookie(Pair pair) {
    return cookies.get(pair.reader()).split(";", 2)[0];
  }

  Server first() {
    return servers.getFirst();
  }

  Server second() {
    return servers.getLast();
  }

  @Override
  public void close() {
    for (Server server : servers) {
      server.wiring().close();
      server.mail().close();
    }
  }
}
