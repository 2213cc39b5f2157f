package org.caucus.messaging.inbound.leakguard;

import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of what was said in one workspace, derived from its log. What has the same
 * readers lies on one shelf, in two generations of {@link FingerprintTable#MAX}: when one is full
 * the one before it is forgotten, so that it is the newest that is known, and the memory has a
 * limit. Each shelf for itself: by what is still known and what is not any more, nobody learns how
 * much was said that they cannot read (R8). Only when all shelves together hold {@link
 * #MAX_FINGERPRINTS}, the older half of the largest shelf is forgotten; where no shelf has two, the
 * one on which nothing was put for the longest time.
 */
final class QuoteIndex {
  /** Newest texts of a shelf that are read when a workspace is first asked about. */
  static final int MAX_TEXTS = 50_000;

  /** Newest files whose texts are read when a workspace is first asked about. */
  static final int MAX_FILES = 200;

  /** Fingerprints on all shelves of one workspace; an empty shelf counts as some, too. */
  static final int MAX_FINGERPRINTS = QuoteDetector.MAX_FINGERPRINTS;

  /** How long somebody waits for another who reads the files, before reading them as well. */
  private static final Duration READING = Duration.ofSeconds(30);

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<@Nullable Promise<Void>> reader = new AtomicReference<>();
  private final int most;

  /** In the order in which something was last put on them. */
  private final LinkedHashMap<String, ReadershipIndex> shelves =
      new LinkedHashMap<>(16, 0.75f, true);

  /** Those with two generations. */
  private final Set<ReadershipIndex> doubled = new LinkedHashSet<>();

  private int read;

  /** Fingerprints on all shelves: counted for other workspaces, while this one is read on. */
  private volatile int size;

  /** What became of the audience of each thing, the oldest first. */
  private final Map<Ref, List<Changed>> changes = new HashMap<>();

  /** Letters and files whose texts are still to be read, the newest last. */
  private final Deque<Enclosed> enclosed = new ArrayDeque<>();

  /**
   * Where words stand.
   *
   * @param thing whose readers may read them
   * @param commit its place in the log: which of two was said first
   */
  record Source(Ref thing, int commit) {}

  /**
   * Fewer or more people could read a thing.
   *
   * @param commit its place in the log
   */
  record Changed(int commit, AudienceEvent event) {}

  /**
   * A file with words that hangs on something said.
   *
   * @param shelf who can read it
   */
  record Enclosed(Source source, String shelf, Entry.Attached file) {}

  /**
   * Something said.
   *
   * @param shelf who can read it
   */
  private record Text(Source source, String shelf, StoredText words) {}

  QuoteIndex() {
    this(MAX_FINGERPRINTS);
  }

  /** With another limit. */
  QuoteIndex(int most) {
    this.most = most;
  }

  /** Passes every source of each fingerprint, after reading on to this state. */
  void search(Workspace state, Consumer<Search> question) {
    lock.lock();
    try {
      readOn(state);
      question.accept(new Known());
    } finally {
      lock.unlock();
    }
  }

  /** Reads files, unless another does: then it waits, and reads what that one left. */
  void reading(Runnable files) {
    Promise<Void> mine = Promise.promise();
    Promise<Void> other = reader.compareAndExchange(null, mine);
    if (other != null) {
      other.future().timeout(READING.toSeconds(), TimeUnit.SECONDS).otherwiseEmpty().await();
    }
    try {
      files.run();
    } finally {
      reader.compareAndSet(mine, null);
      mine.complete();
    }
  }

  /** Files whose texts are not known yet, after reading on to this state. */
  List<Enclosed> unread(Workspace state) {
    lock.lock();
    try {
      readOn(state);
      return List.copyOf(enclosed);
    } finally {
      lock.unlock();
    }
  }

  /** The texts of one of them; again for one that is known is fine. */
  void add(Enclosed file, List<String> texts) {
    lock.lock();
    try {
      if (enclosed.remove(file)) {
        texts.forEach(text -> put(file.shelf(), file.source(), text));
      }
    } finally {
      lock.unlock();
    }
  }

  /** It could not be had: the others first. */
  void putOff(Enclosed file) {
    lock.lock();
    try {
      if (enclosed.remove(file)) {
        enclosed.addLast(file);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks up one fingerprint. */
  interface Search {
    /** Passes its sources, as long as more are wanted. */
    void each(long fingerprint, Predicate<Source> more);

    /** What became of the audience of a thing, the oldest first. */
    List<Changed> changes(Ref thing);
  }

  /** Waits for nobody. */
  int size() {
    return size;
  }

  /** What is asked while the lock is held. */
  private final class Known implements Search {
    @Override
    public void each(long fingerprint, Predicate<Source> more) {
      for (ReadershipIndex shelf : shelves.values()) {
        if (!shelf.each(fingerprint, more)) {
          return;
        }
      }
    }

    @Override
    public List<Changed> changes(Ref thing) {
      return changes.getOrDefault(thing, List.of());
    }
  }

  private void put(String readers, Source source, String words) {
    ReadershipIndex before = shelves.get(readers);
    int known = before == null ? 0 : before.size();
    ReadershipIndex shelf = before == null ? new ReadershipIndex() : before;
    shelves.put(readers, shelf);
    shelf.add(source, words);
    if (shelf.isDoubled()) {
      doubled.add(shelf);
    }
    int all = size + shelf.size() - known;
    while (all > most && shelves.size() > 1) {
      all -= forgotten();
    }
    size = all;
  }

  /** How many fingerprints are known no more. */
  private int forgotten() {
    ReadershipIndex largest =
        doubled.stream().max(Comparator.comparingInt(ReadershipIndex::size)).orElse(null);
    if (largest == null) {
      return shelves.pollFirstEntry().getValue().size();
    }
    doubled.remove(largest);
    int before = largest.size();
    largest.forgetOld();
    return before - largest.size();
  }

  private void readOn(Workspace state) {
    List<Commit> history = state.history();
    List<Text> texts = new ArrayList<>();
    for (int i = read; i < history.size(); i++) {
      for (Event event : history.get(i).events()) {
        texts.addAll(texts(state, event, i));
        note(state, event, i);
      }
    }
    read = Math.max(read, history.size());
    for (Text text : newest(texts)) {
      put(text.shelf(), text.source(), text.words().toString());
    }
  }

  private void note(Workspace state, Event event, int commit) {
    if (event instanceof AudienceEvent changed) {
      changes
          .computeIfAbsent(changed.of(), of -> new ArrayList<>())
          .add(new Changed(commit, changed));
    }
    if (event instanceof EntryEvent.EntryPosted posted) {
      Source source = new Source(Ref.to(Ref.Kind.ENTRY, posted.id()), commit);
      for (Entry.Attached file : FileTextExtractor.among(posted)) {
        enclosed.addLast(new Enclosed(source, readers(state, source.thing()), file));
      }
      while (enclosed.size() > MAX_FILES) {
        enclosed.removeFirst();
      }
    }
  }

  /** Of each shelf so many, in the order in which they were said. */
  private static List<Text> newest(List<Text> texts) {
    if (texts.size() <= MAX_TEXTS) {
      return texts;
    }
    Map<String, Integer> taken = new HashMap<>();
    List<Text> newest =
        texts.reversed().stream()
            .filter(text -> taken.merge(text.shelf(), 1, Integer::sum) <= MAX_TEXTS)
            .toList();
    return newest.reversed();
  }

  private static List<Text> texts(Workspace state, Event event, int commit) {
    EventWords said = Capabilities.words(event);
    if (said == null || said.words().isEmpty()) {
      return List.of();
    }
    Source source = new Source(said.thing(), commit);
    String shelf = readers(state, said.thing());
    return said.words().stream().map(words -> new Text(source, shelf, words)).toList();
  }

  /** Who reads a thing: the audiences of it and of what it hangs on, and who came too late. */
  private static String readers(Workspace state, Ref thing) {
    StringBuilder readers = new StringBuilder();
    @Nullable Scope scope = state.scopeOf(thing).orElse(null);
    for (; scope != null; scope = scope.parent()) {
      readers.append(scope.audience().wire()).append(' ');
      readers.append(late(state, scope.at())).append(' ');
    }
    return readers.toString();
  }

  private static long late(Workspace state, @Nullable Instant said) {
    return said == null
        ? 0
        : state.members().organisations().values().stream()
            .filter(o -> said.isBefore(o.readsFrom()))
            .count();
  }
}
