package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;

/**
 * The words of organisations, counted, as far as one reader can see: an action they cannot read is
 * not counted, nor is a word given before they could read it. Pure.
 */
public final class CommitmentTally {
  private final Members members;
  private final Predicate<Scope> reads;
  private final List<Action> agenda;

  /** For this reader. */
  public CommitmentTally(Actions.Held state, SeatId reader) {
    this.members = state.members();
    this.reads = state.access().asked(reader);
    this.agenda = ActionPresenter.agenda(state, reader);
  }

  /**
   * Words, counted.
   *
   * @param of slug of the organisation, or id of the action
   * @param name what people call it
   * @param open of those that will: not decided yet, as {@link CommitmentOutcome#OPEN}
   */
  public record Line(
      String of, String name, int will, int may, int willNot, int kept, int missed, int open) {
    private static final JsonFields<Line> FIELDS =
        JsonFields.of("CommitmentTally", Line.class, "of name will may willNot kept missed open");

    JsonObject show() {
      return FIELDS.json(this);
    }
  }

  private record Word(Action action, Commitment said, CommitmentOutcome course) {}

  /** A line for each organisation that said anything, in the order of their names. */
  public List<Line> byOrganisation() {
    return lines(w -> w.said().organisation(), members::called).stream()
        .sorted(Comparator.comparing(Line::name).thenComparing(Line::of))
        .toList();
  }

  /** A line for each action about which anything was said, in the order of the agenda. */
  public List<Line> byAction() {
    Map<String, Line> lines = new TreeMap<>();
    lines(w -> w.action().id(), id -> "").forEach(line -> lines.put(line.of(), line));
    return agenda.stream()
        .flatMap(a -> Optional.ofNullable(lines.get(a.id())).map(l -> named(l, a.title())).stream())
        .toList();
  }

  private static Line named(Line l, String name) {
    return new Line(l.of(), name, l.will(), l.may(), l.willNot(), l.kept(), l.missed(), l.open());
  }

  private List<Line> lines(Function<Word, String> of, Function<String, String> name) {
    Map<String, List<Word>> words = new TreeMap<>();
    words().forEach(w -> words.computeIfAbsent(of.apply(w), k -> new ArrayList<>()).add(w));
    return words.entrySet().stream()
        .map(e -> line(e.getKey(), name.apply(e.getKey()), e.getValue()))
        .toList();
  }

  private static Line line(String of, String name, List<Word> words) {
    return new Line(
        of,
        name,
        said(words, Commitment.Answer.WILL),
        said(words, Commitment.Answer.MAY),
        said(words, Commitment.Answer.WILL_NOT),
        became(words, CommitmentOutcome.KEPT),
        became(words, CommitmentOutcome.MISSED),
        became(words, CommitmentOutcome.OPEN));
  }

  private static int said(List<Word> words, Commitment.Answer answer) {
    return (int) words.stream().filter(w -> w.said().answer() == answer).count();
  }

  /** Of those that will: who may or will not take part promised nothing. */
  private static int became(List<Word> words, CommitmentOutcome course) {
    return (int)
        words.stream()
            .filter(w -> w.said().answer() == Commitment.Answer.WILL && w.course() == course)
            .count();
  }

  private Stream<Word> words() {
    return agenda.stream()
        .flatMap(
            a ->
                a.commitments().values().stream()
                    .filter(c -> reads.test(a.scope().holds(c.audience(), c.at())))
                    .map(c -> new Word(a, c, CommitmentOutcome.of(a, c, members, reads))));
  }
}
