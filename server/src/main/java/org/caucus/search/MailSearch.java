package org.caucus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.answers.Finder;
import org.caucus.command.NotYet;
import org.caucus.command.SeatId;
import org.caucus.live.Titles;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Scope;
import org.caucus.workspace.Workspace;

/** Answers a search that was asked for by mail: the same finding as that of the browser. */
public final class MailSearch implements Finder {
  private final Indexes indexes;

  /** Answers from these indexes. */
  public MailSearch(Indexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public Optional<Answer> find(WorkspaceId workspace, SeatId seat, String words) {
    Question question = Question.of(words);
    try {
      Indexes.Sight sight = indexes.look(workspace, seat);
      try (Index.View view = sight.view()) {
        List<Finding.Hit> hits = Finding.of(view, question);
        List<Found> newest = new ArrayList<>();
        for (Finding.Hit hit : Finding.newest(hits, "", MOST)) {
          show(sight.state(), seat, question, hit).ifPresent(newest::add);
        }
        return Optional.of(new Answer(hits.size(), newest));
      }
    } catch (NotYet later) {
      return Optional.empty();
    }
  }

  /** What cannot be read now is not among them, whatever was remembered. */
  private static Optional<Found> show(
      Workspace state, SeatId reader, Question question, Finding.Hit hit) {
    Optional<Scope> scope =
        MinutesOf.scope(state, hit.newest()).filter(s -> state.access().canRead(reader, s));
    Optional<Document> document = Document.of(state, hit.newest());
    if (scope.isEmpty() || document.isEmpty()) {
      return Optional.empty();
    }
    Document d = document.get();
    String snippet =
        Snippet.of(d.text(), question).stream()
            .map(Snippet.Part::text)
            .collect(Collectors.joining());
    return Optional.of(new Found(d.in(), scope.get(), Titles.of(state, d.in()), d.at(), snippet));
  }
}
