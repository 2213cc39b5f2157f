package org.caucus.views.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.views.search.analysis.TextAnalyzer;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What can be found in one workspace, in memory. It is read on from the history of a state, and has
 * nothing that this history has not; it keeps no state, so it holds no room in memory.
 */
final class SearchIndex implements AutoCloseable {
  /** Number of a document; by it stand here whatever is asked of each document that matches. */
  static final String NUMBER = "n";

  private static final String REF = "ref";

  /** Of minutes: their action. */
  private static final String MINUTES = "minutes";

  /** Memory for documents that are not in the directory yet, in MiB. */
  private static final double BUFFER_MIB = 8;

  /** Bytes of memory that an index takes by itself, however little is in it. */
  private static final long BYTES_OF_ITS_OWN = 32 * 1024;

  /** Bytes of memory for each document beside its words: what is asked of it, by number. */
  private static final long BYTES_BESIDE = 150;

  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType STEMS = type(IndexOptions.DOCS);

  /** Says at each start that it could compare vectors faster; nothing here does. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.OFF);
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final SealedDirectory directory = new SealedDirectory();
  private final IndexWriter writer;
  private DirectoryReader reader;
  private final VisibilityBitmap sieve = new VisibilityBitmap();
  private final List<Ref> refs = new ArrayList<>();
  private final Map<Ref, Integer> conversations = new HashMap<>();
  private Facts facts =
      new Facts(new Ref[64], new long[64], new int[64], new String[64], new boolean[64]);
  private int read;

  /** Commits of which the reader has all. */
  private int opened;

  /** Commits up to which a class of readers may know of nothing that the reader has not. */
  private final Map<String, Integer> unknown = new HashMap<>();

  private boolean closed;

  /**
   * What is asked of each document without its text, by number. The arrays grow by copies and what
   * stands in them never changes, so that a search goes on beside them.
   *
   * @param ref what it is
   * @param at in milliseconds
   * @param in number of its conversation
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Facts(Ref[] ref, long[] at, int[] in, String[] place, boolean[] attachment) {
    private Facts room(int number) {
      if (number < at.length) {
        return this;
      }
      int more = number * 2;
      return new Facts(
          Arrays.copyOf(ref, more),
          Arrays.copyOf(at, more),
          Arrays.copyOf(in, more),
          Arrays.copyOf(place, more),
          Arrays.copyOf(attachment, more));
    }
  }

  /**
   * All that one search needs; closed after it.
   *
   * @param readable the documents its reader may read, by number
   * @param authors the field in which its reader may look for authors
   */
  record View(DirectoryReader reader, BitSet readable, Facts facts, String authors)
      implements AutoCloseable {
    @Override
    public void close() {
      try {
        reader.decRef();
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot be read", e);
      }
    }
  }

  SearchIndex() {
    try {
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(TextAnalyzer.ALL)
                  .setRAMBufferSizeMB(BUFFER_MIB)
                  .setMergeScheduler(new SerialMergeScheduler())
                  .setCommitOnClose(false));
      reader = DirectoryReader.open(writer);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(true); // nothing is scored
    type.freeze();
    return type;
  }

  /**
   * The newest there is for a reader. Empty if somebody has read a newer state here meanwhile, or
   * has let this index go: ask again.
   */
  Optional<View> view(Workspace state, SeatId seat) {
    lock.lock();
    try {
      if (closed || state.sequence() < read) {
        return Optional.empty();
      }
      readOn(state, Integer.MAX_VALUE);
      reader.incRef();
      return Optional.of(view(state, seat, facts));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What there is without reading on, if this reader would find no more and no less after it: they
   * may know of nothing that was not read yet, and it changes nothing about who reads what. So how
   * much was said that is hidden from them does not make them wait (R8).
   */
  Optional<View> asItIs(Workspace state, SeatId seat) {
    lock.lock();
    try {
      List<Commit> history = state.history();
      if (closed || opened == 0 || history.size() < read) {
        return Optional.empty();
      }
      String name = state.readerClass(seat);
      int asked = Math.max(opened, unknown.getOrDefault(name, 0));
      for (Commit commit : history.subList(asked, history.size())) {
        if (!Workspace.knownAsBefore(commit) || state.mayKnow(commit, seat)) {
          return Optional.empty();
        }
      }
      unknown.put(name, history.size());
      reader.incRef();
      return Optional.of(view(state, seat, facts));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads on, about so many documents and no more: who searches meanwhile is not kept waiting.
   *
   * @return whether it has read as far as the state is, or further, or was let go
   */
  boolean readUpTo(Workspace state, int documents) {
    lock.lock();
    try {
      return closed || readOn(state, documents);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /** A reader is opened when all is read: each would make a small part of the index of its own. */
  private boolean readOn(Workspace state, int documents) throws IOException {
    List<Commit> history = state.history();
    if (read >= history.size()) {
      return true;
    }
    Set<Ref> changed = new LinkedHashSet<>();
    for (; read < history.size() && changed.size() < documents; read++) {
      Commit commit = history.get(read);
      commit.events().forEach(e -> of(e).ifPresent(ref -> add(state, ref, changed)));
      doubt(state, commit);
    }
    for (Ref ref : changed) {
      if (MinutesOf.isName(ref)) {
        minutes(state, MinutesOf.action(ref));
      } else {
        add(state, ref);
      }
    }
    if (read < history.size()) {
      return false;
    }
    DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
    if (newer != null) {
      reader.decRef();
      reader = newer;
    }
    opened = read;
    unknown.clear();
    return true;
  }

  /**
   * What is said in a thread is found by the title of that, too; reviews by that of their text; and
   * all that somebody says, by their name and that of their organisation.
   */
  private void add(Workspace state, Ref ref, Set<Ref> changed) {
    switch (ref.kind()) {
      case THREAD ->
          state.entries().under(ref).forEach(e -> changed.add(Ref.to(Ref.Kind.ENTRY, e.id())));
      case SEAT, ORGANISATION ->
          refs.stream().filter(said -> isBy(state, said, ref)).forEach(changed::add);
      case INSTRUMENT -> {
        changed.add(ref);
        Capabilities.hangingOn(state, ref).forEach(changed::add);
      }
      default -> changed.add(ref);
    }
  }

  private static boolean isBy(Workspace state, Ref said, Ref speaker) {
    if (MinutesOf.isName(said)) {
      return MinutesOf.find(state, said).filter(m -> is(state, m.by(), speaker)).isPresent();
    }
    return state.item(said).filter(item -> is(state, item.author(), speaker)).isPresent();
  }

  private static boolean is(Workspace state, @Nullable SeatId author, Ref speaker) {
    Seat seat = author == null ? null : state.members().seats().get(author);
    return seat != null
        && (speaker.kind() == Ref.Kind.SEAT
            ? seat.id().value().equals(speaker.id())
            : seat.organisation().equals(speaker.id()));
  }

  /** Of what it is to be asked again who reads it, after a commit. */
  private void doubt(Workspace state, Commit commit) {
    if (Workspace.knownAsBefore(commit)) {
      return;
    }
    Set<Ref> changed = new HashSet<>();
    for (Event event : commit.events()) {
      if (!(event instanceof AudienceEvent e) || !isThing(e.of())) {
        sieve.forget(); // a list's, a tracker's, or who is here
        return;
      }
      changed.add(e.of());
      Capabilities.hangingOn(state, e.of()).forEach(changed::add);
    }
    BitSet conversation = new BitSet();
    changed.stream().map(conversations::get).filter(Objects::nonNull).forEach(conversation::set);
    BitSet numbers = new BitSet();
    for (int n = 0; n < refs.size(); n++) {
      numbers.set(n, conversation.get(facts.in()[n]) || changed.contains(refs.get(n)));
    }
    sieve.doubt(numbers);
  }

  /** Whether it is something said, and no place in which much is. */
  private static boolean isThing(Ref of) {
    return switch (of.kind()) {
      case ENTRY, THREAD, ISSUE, UPDATE, ACTION -> true;
      default -> false;
    };
  }

  /** What an event made, or changed the words of; minutes are found beside their action. */
  private static Optional<Ref> of(Event event) {
    return event instanceof ActionEvent.MinutesWritten e
        ? Optional.of(MinutesOf.all(e.action()))
        : Optional.ofNullable(Capabilities.searched(event));
  }

  /** All that an action has now: those in whose place others stand are found no more. */
  private void minutes(Workspace state, Ref action) throws IOException {
    writer.deleteDocuments(new Term(MINUTES, action.id()));
    for (Ref name : MinutesOf.names(state, action)) {
      add(state, name);
    }
  }

  private void add(Workspace state, Ref ref) throws IOException {
    Optional<SearchDocument> found = SearchDocument.of(state, ref);
    if (found.isEmpty()) {
      writer.deleteDocuments(new Term(REF, ref.toString())); // it was deleted
      return;
    }
    SearchDocument d = found.get();
    int number = refs.size();
    refs.add(ref);
    facts = facts.room(number);
    facts.ref()[number] = ref;
    facts.at()[number] = d.at().toEpochMilli();
    facts.in()[number] = conversations.computeIfAbsent(d.in(), in -> conversations.size());
    facts.place()[number] = d.place().intern();
    facts.attachment()[number] = d.attachment();
    String all = d.subject() + "\n" + d.text();
    var indexed = new org.apache.lucene.document.Document();
    indexed.add(new NumericDocValuesField(NUMBER, number));
    indexed.add(new StringField(REF, ref.toString(), Field.Store.NO));
    if (MinutesOf.isName(ref)) {
      indexed.add(new StringField(MINUTES, d.in().id(), Field.Store.NO));
    }
    indexed.add(new Field(TextAnalyzer.EXACT, all, PLACED));
    indexed.add(new Field(TextAnalyzer.languageOf(d.text()).field(), all, STEMS));
    indexed.add(new Field(TextAnalyzer.FROM, d.from(), PLACED));
    indexed.add(new Field(TextAnalyzer.ADDRESS, d.address(), PLACED));
    writer.updateDocument(new Term(REF, ref.toString()), indexed);
  }

  private View view(Workspace state, SeatId seat, Facts facts) {
    String authors =
        RedactedOriginal.seesAddresses(state, seat) ? TextAnalyzer.ADDRESS : TextAnalyzer.FROM;
    return new View(reader, sieve.of(state, seat, refs), facts, authors);
  }

  /** Bytes of memory it takes; larger files of it lie on the disk. */
  long bytes() {
    return BYTES_OF_ITS_OWN
        + directory.heapOctets()
        + (writer.isOpen() ? writer.ramBytesUsed() : 0)
        + refs.size() * BYTES_BESIDE;
  }

  /** Documents that can be found, as of the last time all was read. */
  int documents() {
    lock.lock();
    try {
      return reader.numDocs();
    } finally {
      lock.unlock();
    }
  }

  /** Commits that were read. */
  int commits() {
    return read;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      reader.decRef();
      writer.rollback();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be let go", e);
    } finally {
      lock.unlock();
    }
  }
}
