package org.caucus.e2e.grid;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.e2e.grid.Surfaces.Asked;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;

/** What a seat may do with a thing by the browser, and what it is answered. */
record Acts(Given given) {
  private static final String NO = "-";
  private static final String YES = "+";

  /** Their columns, by name. */
  Map<String, BiFunction<Asked, Workspace, String>> columns() {
    return Map.of(
        "mention",
        this::mention,
        "answer",
        (a, w) -> act(a, comment(a, a.entry()), comment(a, "nothing")),
        "relate",
        this::relate,
        "web",
        (a, w) -> act(a, comment(a, null), comment(nothing(a), null)),
        "edit",
        (a, w) -> act(a, edit(a), edit(nothing(a))));
  }

  /** Beginning something in a place. */
  String begin(Asked a, Workspace w) {
    return act(a, begin(a.thing()), begin(nothing(a).thing()));
  }

  private static Command begin(Ref place) {
    Post post = Post.web("Noted.", null, null);
    return place.kind() == Ref.Kind.LIST
        ? new ListCommand.StartThread(place.id(), "New", post)
        : new IssueCommand.OpenIssue(place.id(), "New", "", "", List.of(), null, null, null);
  }

  private static Asked nothing(Asked a) {
    return new Asked(a.seat(), Ref.to(a.thing().kind(), "nothing"), a.audience());
  }

  /** Done, refused with the reason, or answered like the same on what never was. */
  private String act(Asked a, Command here, Command nowhere) {
    return act(given, a, here, nowhere);
  }

  private static String act(Given given, Asked a, Command here, Command nowhere) {
    String answer = given.when(a.seat(), here).answer();
    if (!answer.startsWith("ABSENT")
        && !answer.startsWith("INVALID")
        && !answer.startsWith("FORBIDDEN")
        && !answer.startsWith("CONFLICT")) {
      return YES;
    }
    String absent = given.when(a.seat(), nowhere).answer();
    return answer.equals(absent) && !answer.startsWith("FORBIDDEN") ? NO : "x";
  }

  private static Command comment(Asked a, String answers) {
    Post post = Post.web("Noted.", answers, null);
    String id = a.thing().id();
    return switch (a.thing().kind()) {
      case THREAD -> new ListCommand.AnswerThread(id, post);
      case ISSUE -> new IssueCommand.CommentIssue(id, post);
      case UPDATE -> new UpdateCommand.CommentUpdate(id, post);
      case POLL -> new PollCommand.CommentPoll(id, post);
      default -> new ActionCommand.CommentAction(id, post);
    };
  }

  /** An issue of this seat's own, with the thing as evidence. */
  private String relate(Asked a, Workspace w) {
    Audience alone = Audience.named(List.of(a.seat()));
    Event own =
        new IssueEvent.IssueOpened(
            "own", "COP-own", "COP", "Mine", "", "", List.of(), null, alone, a.seat());
    Given with = given.and(own);
    return act(with, a, evidence(a.thing()), evidence(nothing(a).thing()));
  }

  private static Command evidence(Ref to) {
    return new IssueCommand.RelateIssue("own", Relation.Kind.EVIDENCED_BY, to, true);
  }

  private static Command edit(Asked a) {
    String id = a.thing().id();
    return switch (a.thing().kind()) {
      case ISSUE ->
          new IssueCommand.EditIssue(id, null, "New", null, null, null, null, false, null);
      case UPDATE -> new UpdateCommand.CorrectUpdate(id, null, null, "New", null, null, "");
      default -> new ActionCommand.EditAction(id, null, "New", null, null, null, null, null, null);
    };
  }

  /** Somebody inside assigns this seat, or makes it the owner. */
  private String mention(Asked a, Workspace w) {
    Scope scope = w.scopeOf(a.thing()).orElseThrow();
    SeatId inside =
        Stream.of(Parties.CHIKA, Parties.AMINA, Parties.BOLA)
            .filter(seat -> w.access().canRead(seat, scope))
            .findFirst()
            .orElseThrow();
    String answer = given.when(inside, assign(a)).answer();
    return answer.startsWith(Refusal.Kind.INVALID.name()) ? "x" : YES;
  }

  private static Command assign(Asked a) {
    String id = a.thing().id();
    List<SeatId> seats = List.of(a.seat());
    return a.thing().kind() == Ref.Kind.ISSUE
        ? new IssueCommand.EditIssue(id, null, null, null, null, null, seats, false, null)
        : new ActionCommand.EditAction(id, null, null, null, null, a.seat(), null, null, null);
  }
}
