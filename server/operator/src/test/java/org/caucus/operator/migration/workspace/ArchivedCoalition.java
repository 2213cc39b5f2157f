package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.caucus.identity.Cookies;
import org.caucus.identity.Persons;
import org.caucus.identity.Sessions;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/** An installation, and a coalition in it with all that one has: persons, names, letters. */
final class ArchivedCoalition implements AutoCloseable {
  /** All followers of the program. */
  static final List<String> FOLLOWERS = List.of("relay", "notices", SeatIndex.NAME, LogTips.NAME);

  private static final Pattern PERSON = Pattern.compile("\"person-(\\w+)\"");

  /** A letter's bytes, as an entry or, when it came by mail, an update names them. */
  private static final Pattern BLOB = Pattern.compile("\"(blob|letter)\":\"\\w+b\"");

  final Installation caucus;
  final Blobs blobs;
  final Persons persons;
  final WorkspaceDirectory directory;
  final Vertx vertx = Vertx.vertx();
  final Map<String, String> people = new HashMap<>();
  final Map<String, byte[]> letters = new LinkedHashMap<>();
  private final SealedCollection seatings;

  ArchivedCoalition(Path at) {
    caucus = Installation.open(at);
    var mongo = caucus.mongo();
    var vault = caucus.vault();
    blobs = new Blobs(mongo, vault);
    var clock = InstantSource.system();
    var cookies = new Cookies(URI.create("https://caucus.example"));
    persons =
        new Persons(
            mongo,
            vault,
            new Sessions(
                new EncryptedEventBus(vertx, new ClusterSecret(vault, "")), mongo, vault, clock),
            cookies,
            List.of(),
            clock);
    directory = directory(vault);
    seatings =
        new SealedCollection(mongo.documents(SeatIndex.COLLECTION), vault, WorkspaceId.SYSTEM);
  }

  private WorkspaceDirectory directory(Vault vault) {
    return new WorkspaceDirectory(
        new UniqueNames(caucus.mongo(), vault, "slug"),
        new UniqueNames(caucus.mongo(), vault, "address"),
        "lists.example");
  }

  /** A coalition that has done so much, its letters in place, its names claimed. */
  WorkspaceId found(int steps) {
    var workspace = caucus.workspace();
    Workspace state = Given.coalition().state();
    List<Commit> commits = new ArrayList<>(state.history());
    for (var step : Doings.history(14, steps)) {
      Commit commit = (Commit) step.on(state);
      state = state.evolve(commit);
      commits.add(commit);
    }
    var records = commits.stream().map(c -> real(workspace, c)).toList();
    for (int i = 0; i < records.size(); i += 100) {
      caucus.append(workspace, i + 1L, records.subList(i, Math.min(records.size(), i + 100)));
    }
    var roll = new ReferencedRecords();
    records.forEach(r -> roll.take(CommitCodec.read(1, r)));
    directory.claimSlug(roll.slug(), workspace).await();
    for (var address : roll.addresses().entrySet()) {
      Ref thing = address.getValue();
      directory.claim(address.getKey(), workspace, thing).await();
    }
    roll.seated().forEach(p -> SeatIndex.add(seatings, p, workspace).await());
    return workspace;
  }

  /** With persons who have accounts and letters that have bytes. */
  private byte[] real(WorkspaceId workspace, Commit commit) {
    var text = new String(CommitCodec.write(commit), UTF_8);
    text = PERSON.matcher(text).replaceAll(m -> "\"" + person(m.group(1)) + "\"");
    text =
        BLOB.matcher(text).replaceAll(m -> "\"" + m.group(1) + "\":\"" + letter(workspace) + "\"");
    return text.getBytes(UTF_8);
  }

  String person(String name) {
    return people.computeIfAbsent(
        name, n -> persons.ensure(n + "@members.example", n).await().id());
  }

  /** Every seventh is larger than a chunk. */
  private String letter(WorkspaceId workspace) {
    int size = letters.size() % 7 == 3 ? 2_500_000 : 900;
    var bytes = new byte[size];
    new Random(letters.size()).nextBytes(bytes);
    var blob = blobs.put(workspace, bytes).await().value();
    letters.put(blob, bytes);
    return blob;
  }

  byte[] letter(WorkspaceId workspace, String blob) {
    return blobs.get(workspace, new BlobId(blob)).await();
  }

  Workspace state(WorkspaceId workspace) {
    Workspace state = Workspace.empty(workspace);
    for (LogRecord record : caucus.log().read(workspace, 0, 1_000).await()) {
      state = state.follow(record);
    }
    return state;
  }

  List<WorkspaceId> workspacesOf(String person) {
    return SeatIndex.of(seatings, person).await();
  }

  boolean knows(MailAddress address) {
    return persons.byAddress(address.toString()).await().isPresent();
  }

  WorkspaceExport export() {
    return new WorkspaceExport(caucus.mongo(), caucus.vault(), caucus.log(), blobs);
  }

  WorkspaceImport imports() {
    return new WorkspaceImport(caucus.mongo(), caucus.vault(), caucus.log(), blobs, FOLLOWERS);
  }

  @Override
  public void close() {
    vertx.close().await();
    caucus.close();
  }
}
