package org.caucus.coalition.access.audience;

import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** What the tests of audiences begin with: a memo, an issue, and who asks. */
final class Memos {
  static final Audience EVERYONE = Audience.everyone();
  static final Audience CIVIL = Audience.civilSociety();
  static final Audience WITH_CHIRP = Audience.withCompany("chirp");
  static final Ref MEMO = Ref.to(Ref.Kind.THREAD, "memo");
  static final Ref REMOVAL = Ref.to(Ref.Kind.ISSUE, "removal");
  static final Ref CALL = Ref.to(Ref.Kind.ACTION, "call");

  /** A memo that civil society drafts among itself, on a list that everyone reads. */
  static Given memo(Audience audience) {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted("memo", "coalition", "Memo", audience, AMINA),
            entry("first", MEMO, null, AMINA, audience),
            entry("second", MEMO, "first", BOLA, audience));
  }

  static Event entry(
      String id, Ref parent, @Nullable String answers, SeatId by, Audience audience) {
    return new EntryEvent.EntryPosted(
        id, parent, answers, by, audience, "Words of " + id, Channel.WEB, null);
  }

  static Given tracked(Audience audience, String label) {
    return Given.coalition()
        .and(
            new IssueEvent.IssueOpened(
                "removal",
                label,
                "COP",
                "Removal",
                "Old words",
                "",
                List.of(),
                null,
                audience,
                BOLA));
  }

  static Given.When asks(Given given, SeatId seat, Ref of, Audience to) {
    return given.when(seat, Shown.change(given.state(), seat, of, to));
  }

  static Given does(Given given, SeatId seat, Ref of, Audience to) {
    return given.does(seat, Shown.change(given.state(), seat, of, to));
  }

  static boolean reads(Given given, SeatId seat, Ref ref) {
    Workspace w = given.state();
    return w.access().canRead(seat, w.scopeOf(ref).orElseThrow());
  }

  static Ref entry(String id) {
    return Ref.to(Ref.Kind.ENTRY, id);
  }

  static Event edited(String description) {
    return new IssueEvent.IssueEdited("removal", null, description, null, null, null, false, null);
  }

  static Scope scope(Given given) {
    return given.state().scopeOf(MEMO).orElseThrow();
  }

  private Memos() {}
}
