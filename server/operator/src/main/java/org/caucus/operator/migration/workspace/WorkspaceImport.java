package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Blobs.Chunk;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.caucus.platform.eventlog.archive.ArchiveReader;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.subscriptions.Checkpoints;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * Takes a workspace in from an archive, under a fresh key. First the whole archive is read and held
 * to its hashes, then it is asked whether any of it is here already; only then anything is written.
 * The names come last, so nobody finds a workspace that is not all there. A mark says that an
 * import is under way: if it is cut short, the next one clears away what it left and begins again.
 *
 * <p>Followers begin after the last record: what was mailed once is not mailed again. Waits; for
 * virtual threads.
 */
public final class WorkspaceImport {
  private final Mongo mongo;
  private final Vault vault;
  private final EventLog log;
  private final Blobs blobs;
  private final List<String> followers;
  private final WorkspaceDirectory directory;
  private final SealedCollection marks;
  private final PersonTransfer movers;

  /**
   * Imports into this database.
   *
   * @param followers the names of all followers this program has
   */
  public WorkspaceImport(
      Mongo mongo, Vault vault, EventLog log, Blobs blobs, List<String> followers) {
    this.mongo = mongo;
    this.vault = vault;
    this.log = log;
    this.blobs = blobs;
    this.followers = List.copyOf(followers);
    this.directory =
        new WorkspaceDirectory(
            new UniqueNames(mongo, vault, "slug"), new UniqueNames(mongo, vault, "address"), "");
    this.marks = new SealedCollection(mongo.documents("imports"), vault, WorkspaceId.SYSTEM);
    this.movers = new PersonTransfer(mongo, vault);
  }

  /**
   * Reads the whole archive and says what is in it; writes nothing.
   *
   * @throws ArchiveException the file is not whole, not one, or not of this key
   */
  public ArchiveContents check(Path file, ArchiveKey key, ProgressListener progress) {
    return inspect(file, key, ArchiveInspection.Taker.NOBODY, progress).contents();
  }

  /**
   * Checks it and takes it in.
   *
   * @throws ArchiveException as {@link #check}; or the workspace, one of its names or one of its
   *     persons is here already
   */
  public ArchiveContents run(Path file, ArchiveKey key, ProgressListener progress) {
    var persons = new ArrayList<SealedCollection.Entry>();
    var checked =
        inspect(
            file,
            key,
            new ArchiveInspection.Taker() {
              @Override
              public void person(SealedCollection.Entry person) {
                persons.add(person);
              }
            },
            progress);
    var contents = checked.contents();
    refuseWhatIsHere(contents, checked.roll(), persons);
    prepare(contents);
    var bringing = new Bringing(contents.workspace());
    var again = inspect(file, key, bringing, progress);
    bringing.flush();
    if (!again.contents().equals(contents)) {
      throw ArchiveException.unusable(file + " changed while it was read. Import it again.", null);
    }
    open(contents, checked.roll(), persons);
    return contents;
  }

  private static ArchiveInspection.Found inspect(
      Path file, ArchiveKey key, ArchiveInspection.Taker taker, ProgressListener progress) {
    try (var reader = ArchiveReader.open(file, key)) {
      return ArchiveInspection.read(reader, taker, progress);
    }
  }

  private void refuseWhatIsHere(
      ArchiveContents contents, ReferencedRecords roll, List<SealedCollection.Entry> persons) {
    var id = contents.workspace();
    // the mark goes after the name is claimed: between the two everything is there
    boolean whole = directory.find(contents.slug()).await().filter(id::equals).isPresent();
    boolean begun = !whole && marks.find(id.value()).await().isPresent();
    if (!begun && log.workspaces().await().contains(id)) {
      throw ArchiveException.duplicate(
          "The workspace \""
              + contents.slug()
              + "\" ("
              + id
              + ") is here already. An import never changes one that is.");
    }
    if (directory.find(contents.slug()).await().filter(w -> !w.equals(id)).isPresent()) {
      throw ArchiveException.duplicate(
          "Another workspace here is called \""
              + contents.slug()
              + "\". Import into another installation.");
    }
    for (String address : roll.addresses().keySet()) {
      var holder = directory.findAddress(address).await();
      if (holder.filter(t -> !t.workspace().equals(id)).isPresent()) {
        throw ArchiveException.duplicate(
            "The mail address "
                + address
                + "@ belongs to another workspace here. Import into another installation.");
      }
    }
    for (var person : persons) {
      var taken = movers.conflict(person);
      if (taken.isPresent()) {
        throw ArchiveException.duplicate(
            "The person who holds "
                + taken.get()
                + " has a seat in another workspace here, under another account. Two accounts"
                + " cannot be made one yet: import into another installation.");
      }
    }
  }

  /**
   * Marks the import as under way, and clears away what one before it left. The mark is the
   * installation's and not the workspace's: it is there before that has a key.
   */
  private void prepare(ArchiveContents contents) {
    var id = contents.workspace();
    marks.put(id.value(), contents.tip().toString().getBytes(US_ASCII)).await();
    vault.create(id).await();
    new LogTips(mongo, vault).forget(id).await(); // of a longer archive that was cut short
    var prefix = id.value() + "/";
    mongo.documents(EventLog.COLLECTION).deleteRange(prefix, prefix + "~").await();
    blobs.deleteAll(id).await();
    // before the first record, or a follower that looks would mail it again
    var checkpoints = new Checkpoints(Leases.outside(mongo));
    for (String follower : followers) {
      checkpoints.begin(follower, id, contents.tip().sequence()).await();
    }
  }

  /** Everything is there: the persons may come in, and the names lead here. */
  private void open(
      ArchiveContents contents, ReferencedRecords roll, List<SealedCollection.Entry> persons) {
    var id = contents.workspace();
    new LogTips(mongo, vault).keep(id, contents.tip()).await();
    persons.forEach(movers::settle);
    roll.seated().forEach(person -> movers.seat(person, id));
    for (var address : roll.addresses().entrySet()) {
      Ref thing = address.getValue();
      directory.claim(address.getKey(), id, thing).await();
    }
    directory.claimSlug(contents.slug(), id).await();
    marks.delete(id.value()).await();
  }

  /** Writes what the inspection hands on, some of it at a time. */
  private final class Bringing implements ArchiveInspection.Taker {
    private static final int BATCH = 200;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private final WorkspaceId workspace;
    private final List<byte[]> records = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private LogTip written = LogTip.NONE;
    private RecordHash expected = RecordHash.NONE;
    private int bytes;

    Bringing(WorkspaceId workspace) {
      this.workspace = workspace;
    }

    @Override
    public void record(LogTip tip, ChainedRecord link) {
      records.add(link.payload());
      expected = tip.hash();
      bytes += link.payload().length;
      if (records.size() == BATCH || bytes >= BATCH_BYTES) {
        flush();
      }
    }

    void flush() {
      if (!records.isEmpty()) {
        flushRecords();
      }
      if (!chunks.isEmpty()) {
        blobs.restore(workspace, List.copyOf(chunks)).await();
        chunks.clear();
      }
      bytes = 0;
    }

    private void flushRecords() {
      var hash = log.append(workspace, written.sequence() + 1, written.hash(), records).await();
      if (!hash.equals(expected)) {
        throw new IllegalStateException("the log went in with other hashes than the archive has");
      }
      written = new LogTip(written.sequence() + records.size(), hash);
      records.clear();
    }

    @Override
    public void chunk(Chunk chunk) {
      chunks.add(chunk);
      bytes += chunk.bytes().length;
      if (chunks.size() == BATCH || bytes >= BATCH_BYTES) {
        flush();
      }
    }

    @Override
    public void giveUp(BlobId blob) {
      chunks.removeIf(chunk -> chunk.blob().equals(blob));
      blobs.delete(workspace, blob).await();
    }
  }
}
