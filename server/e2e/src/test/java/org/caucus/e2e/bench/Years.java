package org.caucus.e2e.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.CommandDispatcher;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Years of a busy coalition, decided by the deciders like real ones: mostly talk, half of it by
 * mail, and now and then an issue, an update or an action.
 */
public final class Years {
  private static final int OPEN_THINGS = 200;
  private static final int SEATS = 40;
  private static final List<String> COMPANIES = List.of("chirp", "vista", "parley");

  /** Words, as many as somebody uses in writing; the first ones come most often. */
  private static final int WORDS = 3_000;

  private final Random random = new Random(7);
  private final List<String> words = Stream.generate(this::word).limit(WORDS).toList();
  private final List<SeatId> seats = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private final List<String> issues = new ArrayList<>();
  private final List<String> updates = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private final Consumer<Commit> writer;
  private final int textChars;
  private Workspace state;
  private Instant at = Instant.parse("2023-06-01T09:00:00Z");

  /**
   * @param textChars about how many characters a post has
   * @param writer takes each commit, in order
   */
  public Years(WorkspaceId id, int textChars, Consumer<Commit> writer) {
    this.state = Workspace.empty(id);
    this.writer = writer;
    this.textChars = textChars;
  }

  /** The newest state. */
  public Workspace state() {
    return state;
  }

  /** Seats that can convene, speak and answer for a company. */
  public List<SeatId> seats() {
    return seats;
  }

  /** The parties, their seats, lists and trackers. */
  public Years founded() {
    act(
        null,
        new MemberCommand.OpenWorkspace(
            "cop", "Code of Practice", "rights", "Rights Now", "person-0", "Amina"));
    seats.add(state.members().seatOf("person-0").orElseThrow().id());
    for (int i = 0; i < 12; i++) {
      party("org-" + i, Side.CIVIL_SOCIETY, Role.MEMBER);
    }
    COMPANIES.forEach(company -> party(company, Side.COMPANY, Role.LIAISON));
    convenor(new ListCommand.OpenList("all", "All", "", "all", Audience.everyone()));
    convenor(new ListCommand.OpenList("civil", "Civil", "", "civil", Audience.civilSociety()));
    convenor(
        new ListCommand.OpenList("chirp", "Chirp", "", "chirp", Audience.withCompany("chirp")));
    convenor(new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.everyone()));
    convenor(new IssueCommand.OpenTracker("CS", "Strategy", "cs", Audience.civilSociety()));
    return this;
  }

  private void party(String slug, Side side, Role role) {
    convenor(new MemberCommand.AddOrganisation(slug, slug, side, MemberEvent.History.ALL));
    for (int i = 0; i < SEATS / 15; i++) {
      String person = "person-" + slug + i;
      convenor(new MemberCommand.Invite(person + "@" + slug + ".example", null, slug, role));
      String offer = state.members().invitations().keySet().iterator().next();
      act(null, new MemberCommand.AcceptInvitation(offer, person, "Seat " + i + " of " + slug));
      seats.add(state.members().seatOf(person).orElseThrow().id());
    }
  }

  private void convenor(Command command) {
    act(seats.getFirst(), command);
  }

  /** Goes on until there are so many commits. */
  public Years until(int commits) {
    while (state.sequence() < commits) {
      step();
    }
    return this;
  }

  /** Opens so many issues in the tracker everyone reads, each with a comment or two. */
  public Years board(int count) {
    for (int i = 0; i < count; i++) {
      issue("COP");
      comments(random.nextInt(3));
    }
    return this;
  }

  private void comments(int count) {
    for (int i = 0; i < count; i++) {
      act(seat(), new IssueCommand.CommentIssue(issues.getLast(), post()));
    }
  }

  private void step() {
    int die = random.nextInt(100);
    if (die < 8 || threads.isEmpty()) {
      String list = List.of("all", "all", "civil", "chirp").get(random.nextInt(4));
      recent(threads, act(seat(), new ListCommand.StartThread(list, text(40), post())));
    } else if (die < 12 || issues.isEmpty()) {
      issue(random.nextInt(3) == 0 ? "CS" : "COP");
    } else if (die < 14 || updates.isEmpty()) {
      recent(updates, act(liaison(), update()));
    } else if (die < 15 || actions.isEmpty()) {
      recent(actions, act(seat(), action()));
    } else if (die < 24) {
      act(seat(), change(any(issues)));
    } else if (die < 34) {
      act(seat(), new IssueCommand.CommentIssue(any(issues), post()));
    } else if (die < 38) {
      act(liaison(), new UpdateCommand.CommentUpdate(any(updates), post()));
    } else if (die < 40) {
      act(seat(), new ActionCommand.CommentAction(any(actions), post()));
    } else if (die < 42) {
      act(null, new LetterCommand.DropLetter(RandomIds.random(), "an automatic answer"));
    } else {
      answer(any(threads));
    }
  }

  private void issue(String tracker) {
    Audience audience = random.nextInt(5) == 0 ? Audience.civilSociety() : null;
    List<SeatId> assignees = random.nextInt(3) == 0 ? List.of(seat()) : List.of();
    recent(
        issues,
        act(
            seat(),
            new IssueCommand.OpenIssue(
                tracker, text(50), text(textChars), text(30), assignees, null, audience, null)));
  }

  private Command change(String issue) {
    return switch (random.nextInt(3)) {
      case 0 -> new IssueCommand.CloseIssue(issue, IssueState.DONE, null);
      case 1 -> new IssueCommand.ReopenIssue(issue);
      default ->
          new IssueCommand.EditIssue(
              issue, null, text(50), null, null, IssueState.IN_PROGRESS, null, false, null);
    };
  }

  private Command update() {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.STATUS,
        Update.Stage.IN_REVIEW,
        text(50),
        text(textChars),
        Update.Attribution.ON_RECORD,
        Audience.everyone(),
        null);
  }

  private Command action() {
    Instant start = at.plus(Duration.ofDays(7));
    return new ActionCommand.PlanAction(
        Action.Kind.CALL,
        text(40),
        text(100),
        null,
        new Action.When(start, null, ZoneId.of("Africa/Lagos")),
        "By telephone",
        null);
  }

  private void answer(String thread) {
    if (random.nextBoolean()) {
      act(seat(), new ListCommand.AnswerThread(thread, post()));
      return;
    }
    var parent = state.lists().thread(thread).orElseThrow().ref();
    var before = state.entries().under(parent).getLast().id();
    act(
        seat(),
        new LetterCommand.PostLetter(
            new LetterReply(parent, before), "Re: the memo", text(textChars), mail()));
  }

  private EntryLetter mail() {
    return new EntryLetter(
        RandomIds.random(), RandomIds.random() + "@mail.example", null, false, List.of());
  }

  private Post post() {
    return Post.web(text(textChars / 2 + random.nextInt(textChars)), null, null);
  }

  /** What a command made; the empty string if the rules refused it, as they now and then do. */
  private String act(@Nullable SeatId seat, Command command) {
    at = at.plusSeconds(300);
    CommandContext act =
        new CommandContext(RandomIds.random(), at, seat, RandomIds.random(), RandomIds.random());
    try {
      var events = CommandDispatcher.decide(state, command, act);
      IdempotencyKey key =
          seat == null ? null : new IdempotencyKey(RandomIds.random(), "0".repeat(32));
      Commit commit = new Commit(state.sequence() + 1, act.id(), at, seat, key, events);
      state = state.evolve(commit);
      writer.accept(commit);
      return act.thing();
    } catch (Refusal no) {
      return "";
    }
  }

  private static void recent(List<String> some, String made) {
    if (!made.isEmpty()) {
      some.add(made);
    }
    if (some.size() > OPEN_THINGS) {
      some.removeFirst();
    }
  }

  private SeatId seat() {
    return any(seats);
  }

  private SeatId liaison() {
    return any(
        seats.stream()
            .filter(s -> COMPANIES.contains(state.members().seats().get(s).organisation()))
            .toList());
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private String text(int chars) {
    StringBuilder text = new StringBuilder(chars + 12);
    while (text.length() < chars) {
      double skew = random.nextDouble();
      text.append(words.get((int) (skew * skew * skew * WORDS))).append(' ');
    }
    return text.append('.').toString();
  }

  private String word() {
    int letters = 2 + random.nextInt(9);
    StringBuilder word = new StringBuilder(letters);
    for (int i = 0; i < letters; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
