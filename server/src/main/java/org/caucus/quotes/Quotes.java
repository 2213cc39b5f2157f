package org.caucus.quotes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.updates.Update;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a text quotes something that not all of its readers can read. Only what its author
 * can read is looked at, so that nobody learns by trying what is here; and words that stand in
 * something all readers can read are no secret, whoever else said them.
 */
public final class Quotes {
  /**
   * Fingerprints that one source must share, {@value #MARKED} for each that is marked as a quote:
   * fewer are figures of speech, lines of a program, a greeting. Some twenty words in a row, or
   * twelve marked ones; see {@code 0074-quotes-by-winnowing.md} for what was counted.
   */
  static final int ENOUGH = 4;

  /** What a fingerprint within a marked quote counts. */
  static final int MARKED = 2;

  /** In so many conversations the same words are a signature or a formula. */
  static final int FORMULA = 3;

  /** Fingerprints of all workspaces together, at some 30 bytes; the longest unused goes first. */
  static final int MAX_FINGERPRINTS = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, QuoteIndex> indexes =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A quote from what fewer people can read.
   *
   * @param outside readers of the text who cannot read what it quotes; may be empty if only people
   *     who join later would be
   * @param offRecord whether some of it is an update that was said off record: it is not carried
   *     further, be it knowingly
   */
  public record Narrower(List<Seat> outside, boolean offRecord) {}

  /**
   * Looks for quotes.
   *
   * @param readers who would read the texts
   */
  public Optional<Narrower> find(
      Workspace state, SeatId author, Scope readers, List<String> texts) {
    Question question = new Question(state, author, readers);
    index(state.id()).search(state, search -> texts.forEach(t -> question.ask(search, t)));
    return question.answer();
  }

  private QuoteIndex index(WorkspaceId workspace) {
    lock.lock();
    try {
      QuoteIndex wanted = indexes.computeIfAbsent(workspace, w -> new QuoteIndex());
      while (indexes.size() > 1 && total() > MAX_FINGERPRINTS) {
        indexes.pollFirstEntry();
      }
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private int total() {
    return indexes.values().stream().mapToInt(QuoteIndex::size).sum();
  }

  /** One text, one author, one audience. */
  private static final class Question {
    private enum Reach {
      HIDDEN,
      ALL,
      FEWER
    }

    private final Workspace state;
    private final SeatId author;
    private final Scope readers;
    private final List<Seat> audience;
    private final Map<QuoteIndex.Source, Reach> reaches = new HashMap<>();
    private final Map<QuoteIndex.Source, Integer> shared = new LinkedHashMap<>();
    private final Set<Long> asked = new HashSet<>();

    Question(Workspace state, SeatId author, Scope readers) {
      this.state = state;
      this.author = author;
      this.readers = readers;
      this.audience = state.access().readers(readers);
    }

    void ask(QuoteIndex.Search search, String text) {
      Shingles.quoted(text).forEach(f -> count(search, f, MARKED));
      Shingles.of(text).forEach(f -> count(search, f, 1));
      Shingles.paragraphs(text, true).forEach(f -> count(search, f, ENOUGH));
    }

    private void count(QuoteIndex.Search search, long fingerprint, int weight) {
      if (!asked.add(fingerprint)) {
        return;
      }
      Set<Object> conversations = new HashSet<>();
      Set<QuoteIndex.Source> fewer = new LinkedHashSet<>();
      boolean[] known = {false};
      search.each(
          fingerprint,
          source -> {
            Reach reach = reaches.computeIfAbsent(source, this::reach);
            known[0] |= reach == Reach.ALL;
            if (reach == Reach.FEWER) {
              conversations.add(source.conversation());
              fewer.add(source);
            }
            return !known[0] && conversations.size() < FORMULA; // else it says nothing any more
          });
      if (!known[0] && conversations.size() < FORMULA) {
        fewer.forEach(s -> shared.merge(s, weight, Integer::sum));
      }
    }

    private Reach reach(QuoteIndex.Source source) {
      @Nullable Scope scope = state.scopeOf(source.thing()).orElse(null);
      if (scope == null || !state.access().canRead(author, scope)) {
        return Reach.HIDDEN;
      }
      boolean all =
          state.access().within(readers.audience(), scope)
              && audience.stream().allMatch(s -> state.access().canRead(s.id(), scope));
      return all ? Reach.ALL : Reach.FEWER;
    }

    Optional<Narrower> answer() {
      List<Ref> things =
          shared.entrySet().stream()
              .filter(e -> e.getValue() >= ENOUGH)
              .map(e -> e.getKey().thing())
              .toList();
      List<Scope> quoted =
          things.stream().map(thing -> state.scopeOf(thing).orElseThrow()).toList();
      if (quoted.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Narrower(
              audience.stream()
                  .filter(s -> quoted.stream().anyMatch(q -> !state.access().canRead(s.id(), q)))
                  .toList(),
              things.stream().anyMatch(this::offRecord)));
    }

    private boolean offRecord(Ref thing) {
      return thing.kind() == Ref.Kind.UPDATE
          && state.updates().find(thing.id()).filter(Update::isOffRecord).isPresent();
    }
  }
}
