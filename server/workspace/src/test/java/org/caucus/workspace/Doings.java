package org.caucus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.WorkspaceProfile;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.access.closing.ClosingCommand;
import org.caucus.coalition.access.handover.Duties;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.access.viewas.ViewAsCommand;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.lists.mail.NewConversation;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.mentions.MentionCommand;
import org.caucus.coalition.mentions.Mentions;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What anybody might do next, sensible or not. Many of these are refused, as in life. */
public final class Doings {
  private final Random random;
  private final String prefix;
  private final Duration pace;
  private int count;

  /** The same seed does the same; the prefix keeps ids of two sources apart. */
  public Doings(long seed, String prefix, Duration pace) {
    this.pace = pace;
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  /** One act: who, when, with which ids, and what they ask. */
  public record Step(CommandContext act, Command command) {
    private static boolean isThere(Workspace state, MessageTarget intent) {
      return switch (intent) {
        case NewThread i -> state.lists().list(i.list()).isPresent();
        case NewIssue i -> state.issues().tracker(i.tracker()).isPresent();
        case LetterReply i -> state.scopeOf(i.parent()).isPresent();
        default -> true;
      };
    }

    /** Anyone who changes an audience was shown just before what that does. */
    private Command asShown(Workspace state) {
      return command instanceof AudienceCommand.Change c && act.seat() != null
          ? Shown.change(state, act.seat(), c.of(), c.to())
          : command;
    }

    /** The commit it leads to, or what it is refused with. */
    public Object on(Workspace state) {
      if (command instanceof LetterCommand.HoldLetter hold && !isThere(state, hold.intent())) {
        return Refusal.absent(); // such a letter never gets so far
      }
      try {
        var events = CommandDispatcher.decide(state, asShown(state), act);
        return new Commit(state.sequence() + 1, act.id(), act.at(), act.seat(), null, events);
      } catch (Refusal no) {
        return no;
      }
    }
  }

  /** A whole history of so many steps that were not refused, after the coalition came together. */
  public static List<Step> history(long seed, int steps) {
    Doings doings = new Doings(seed, "s", Duration.ofMinutes(1));
    Workspace state = Given.coalition().state();
    List<Step> all = new ArrayList<>();
    while (all.size() < steps) {
      Step step = doings.next(state, true);
      if (step.on(state) instanceof Commit commit) {
        state = state.evolve(commit);
        all.add(step);
      }
    }
    return all;
  }

  /**
   * The next step.
   *
   * @param roster whether it may change who is here
   */
  public Step next(Workspace w, boolean roster) {
    count++;
    SeatId seat = seat(w);
    Command command = roster && random.nextInt(12) == 0 ? rosterChange(w) : said(w);
    boolean server =
        command instanceof LetterCommand.HoldLetter
            || command instanceof LetterCommand.DropLetter
            || command instanceof LetterCommand.TendHold
            || Planning.isServers(command)
            || Polling.isServers(command)
            || Reviewing.isServers(command)
            || command instanceof ListCommand.SuspendMail
            || command instanceof ListCommand.HintDeparture
            || command instanceof MemberCommand.AcceptInvitation;
    if (command instanceof MemberCommand.EndSeat end) {
      seat = end.seat();
    } else if (command instanceof HandoverCommand.HandOver h) {
      seat = random.nextBoolean() ? h.seat() : random.nextBoolean() ? Parties.AMINA : seat;
    } else if (command instanceof MemberCommand && random.nextInt(4) > 0) {
      seat = Parties.AMINA;
    }
    Instant at = w.history().getLast().at().plus(pace);
    return new Step(
        new CommandContext(id("c"), at, server ? null : seat, id("t"), id("e")), command);
  }

  /** Six leading characters are never the same twice: labels are made of them. */
  private String id(String kind) {
    return prefix + String.format(Locale.ROOT, "%05d", count) + kind;
  }

  private SeatId seat(Workspace w) {
    return any(w.members().all()).id();
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private @Nullable <T> T anyOrNull(List<T> some) {
    return some.isEmpty() ? null : any(some);
  }

  private Command rosterChange(Workspace w) {
    return switch (random.nextInt(12)) {
      case 11 -> ofAll(w);
      case 6 -> {
        var slug = anyOrNull(w.members().proposals().keySet().stream().sorted().toList());
        yield slug == null
            ? new MemberCommand.NoteExport(any(List.of(MemberEvent.Export.values())))
            : random.nextInt(3) == 0
                ? new MemberCommand.DeclineOrganisation(slug)
                : new MemberCommand.ConfirmOrganisation(slug);
      }
      case 8 -> handOver(w);
      case 7 -> new MemberCommand.ChangeRole(seat(w), any(List.of(Role.values())));
      case 9 -> new ListCommand.SuspendMail(seat(w));
      case 10 ->
          random.nextBoolean()
              ? new ListCommand.HintDeparture(seat(w))
              : new ListCommand.ResumeMail(seat(w));
      case 0 ->
          new MemberCommand.AddOrganisation(
              "org" + count,
              "Organisation " + count,
              any(List.of(Side.values())),
              any(List.of(MemberEvent.History.values())));
      case 1, 2 -> {
        var party = any(w.members().parties());
        Role role =
            party.side() == Side.COMPANY
                ? Role.LIAISON
                : any(List.of(Role.CONVENOR, Role.MEMBER, Role.OBSERVER));
        yield new MemberCommand.Invite("p" + count + "@org.example", null, party.slug(), role);
      }
      case 3, 4 -> {
        var id = anyOrNull(w.members().invitations().keySet().stream().sorted().toList());
        yield id == null
            ? said(w)
            : new MemberCommand.AcceptInvitation(id, "person" + count, "Person " + count);
      }
      default -> new MemberCommand.EndSeat(seat(w));
    };
  }

  /** Everything goes to a successor, or one thing to somebody. */
  private Command handOver(Workspace w) {
    Seat seat = any(w.members().all());
    List<SeatId> same =
        w.members().active().stream()
            .filter(s -> s.organisation().equals(seat.organisation()) && !s.id().equals(seat.id()))
            .map(Seat::id)
            .toList();
    List<HandoverCommand.Passing> passings = new ArrayList<>();
    Duties.of(w, seat.id()).stream()
        .filter(d -> random.nextBoolean())
        .forEach(d -> passings.add(passing(w, d.thing())));
    return new HandoverCommand.HandOver(seat.id(), anyOrNull(same), passings);
  }

  private HandoverCommand.Passing passing(Workspace w, Ref thing) {
    return new HandoverCommand.Passing(thing, random.nextInt(4) == 0 ? null : seat(w));
  }

  /** A list or tracker is archived, or what is archived is opened again. */
  private Command closing(Workspace w) {
    Ref closed =
        anyOrNull(
            ClosedPlaces.of(w).all().keySet().stream()
                .sorted(Comparator.comparing(Ref::toString))
                .toList());
    if (closed != null) {
      return new ClosingCommand.ReopenPlace(closed);
    }
    return new ClosingCommand.ClosePlace(
        random.nextBoolean()
            ? Ref.to(Ref.Kind.LIST, any(w.lists().lists().keySet().stream().sorted().toList()))
            : Ref.to(
                Ref.Kind.TRACKER, any(w.issues().trackers().keySet().stream().sorted().toList())));
  }

  private Command described(Workspace w) {
    if (count % 3 == 0 || !ClosedPlaces.of(w).isNone()) {
      return closing(w);
    }
    String name = "Called " + random.nextInt(40);
    String text = random.nextBoolean() ? "" : "What it is for " + count;
    return random.nextBoolean()
        ? new ListCommand.DescribeList(
            any(w.lists().lists().keySet().stream().sorted().toList()), name, text, null)
        : new IssueCommand.DescribeTracker(
            any(w.issues().trackers().keySet().stream().sorted().toList()), name, text, null);
  }

  /** Known to all who are here, as the roster is. */
  private Command ofAll(Workspace w) {
    String name = "Called " + random.nextInt(40);
    String text = random.nextBoolean() ? "" : "What it is for " + count;
    return switch (count % 7 == 0 ? 3 + random.nextInt(2) : random.nextInt(3)) {
      case 4 ->
          new MemberCommand.ShowSelf(
              count % 2 == 0
                  ? null
                  : new SeatPicture("b".repeat(26), "image/png", 100, "%020x".formatted(count)));
      case 3 -> new MemberCommand.DescribeSelf(name + " " + count, text, "", List.of("en"), null);
      case 0 -> new MemberCommand.DescribeWorkspace(name, text, "", List.of("en"), null);
      case 1 ->
          new MemberCommand.SetDefaultAudience(
              any(List.of(WorkspaceProfile.DefaultAudience.values())));
      default ->
          new MemberCommand.DescribeOrganisation(
              any(w.members().parties()).slug(), name, text, null);
    };
  }

  /**
   * Texts and reviews come beside all else, by chances of their own: other histories stay as they
   * were.
   */
  private Command said(Workspace w) {
    Command usual = usual(w);
    Audience to = count % 2 == 0 ? null : Audience.civilSociety();
    return switch (count % 12) {
      case 7 -> Drafting.next(new Random(count), w, id("i"), to);
      case 2, 8 -> Reviewing.next(new Random(count), w, id("q"), to);
      default -> usual;
    };
  }

  private Command usual(Workspace w) {
    return switch (random.nextInt(24)) {
      case 21 -> conversation(w);
      case 22, 23 -> arranged(w);
      case 20 -> described(w);
      case 18, 19 -> revision(w);
      case 17 -> threadChange(w);
      case 16 -> reaction(w);
      case 14, 15 -> Polling.next(random, w, id("p"), audience());
      case 13 -> new ViewAsCommand.Begin(random.nextBoolean() ? "chirp" : "vista");
      case 10, 11, 12 -> audienceChange(w);
      case 0, 1 -> thread(w);
      case 2 -> issue(w);
      case 3 -> issueChange(w);
      case 4 -> Updating.any(random, w, id(""), audience());
      case 5 -> action(w);
      case 6 -> letter(w);
      case 7 -> place(w);
      default -> comment(w);
    };
  }

  /**
   * Begun between a few, on the page or by mail, or in one that is there somebody joins, leaves,
   * names it or speaks.
   */
  private Command conversation(Workspace w) {
    String list = MailingList.CONVERSATIONS.slug();
    var id = anyOrNull(w.lists().threadsOf(list).stream().sorted().toList());
    List<SeatId> seats =
        List.of(Parties.AMINA, Parties.BOLA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA);
    if (id == null || random.nextInt(3) == 0) {
      List<SeatId> named = List.of(any(seats), any(seats), any(seats));
      if (random.nextInt(3) == 0) {
        var between = new NewConversation(named);
        return new LetterCommand.PostLetter(
            between, "Subject " + id(""), "Text " + id("p"), mail(), null);
      }
      Audience people = Audience.named(named);
      return new ListCommand.StartThread(
          list, "Subject " + id(""), Post.web("Text " + id("p"), null, people));
    }
    return switch (random.nextInt(5)) {
      case 0 -> new ThreadCommand.LeaveConversation(id);
      case 1 -> new AudienceCommand.AddPeople(id, List.of(seat(w)));
      case 2 -> new ThreadCommand.EditThread(id, "Title " + id("r"), null, null, null);
      default -> new ListCommand.AnswerThread(id, Post.web("Text " + id("p"), null, null));
    };
  }

  /** Given, or taken back, to any message. */
  private Command reaction(Workspace w) {
    var entry = anyOrNull(entries(w));
    if (entry == null) {
      return thread(w);
    }
    Ref on = Ref.to(Ref.Kind.ENTRY, entry.id());
    Reaction reaction = any(List.of(Reaction.values()));
    return random.nextInt(3) == 0
        ? new ReactionCommand.RemoveReaction(on, reaction)
        : new ReactionCommand.AddReaction(on, reaction);
  }

  /** Another title, and to the top of its list, locked, or neither. */
  private Command threadChange(Workspace w) {
    var id = anyOrNull(w.lists().threads().keySet().stream().sorted().toList());
    if (id == null) {
      return thread(w);
    }
    String title = random.nextBoolean() ? "Title " + id("r") : null;
    return new ThreadCommand.EditThread(
        id, title, null, title == null ? random.nextBoolean() : null, title == null ? false : null);
  }

  /** Moved to any list, split at any message, merged with any thread, or split again. */
  private Command arranged(Workspace w) {
    List<String> threads = w.lists().threads().keySet().stream().sorted().toList();
    var entry = anyOrNull(entries(w));
    if (threads.isEmpty() || entry == null) {
      return thread(w);
    }
    String thread = any(threads);
    return switch (random.nextInt(5)) {
      case 0 ->
          new ThreadCommand.MoveThread(
              thread, any(w.lists().lists().keySet().stream().sorted().toList()));
      case 1, 2 ->
          new ThreadCommand.SplitThread(
              entry.parent().kind() == Ref.Kind.THREAD ? entry.parent().id() : thread,
              entry.id(),
              "Part " + id("r"));
      case 3 -> new ThreadCommand.MergeThread(thread, any(threads));
      default ->
          new ThreadCommand.UnmergeThread(
              threads.stream()
                  .filter(id -> w.lists().thread(id).orElseThrow().isMerged())
                  .findFirst()
                  .orElse(thread));
    };
  }

  /** Edited, deleted or restored, of any message. */
  private Command revision(Workspace w) {
    var entry = anyOrNull(entries(w));
    if (entry == null) {
      return thread(w);
    }
    return switch (random.nextInt(6)) {
      case 0 -> new RevisionCommand.DeleteEntry(entry.id(), "It was sent twice", holders(w, entry));
      case 1 -> new RevisionCommand.RestoreEntry(entry.id());
      default ->
          new RevisionCommand.EditEntry(entry.id(), "Text " + id("p"), null, holders(w, entry));
    };
  }

  /** Some of its readers, as if they had it by mail. */
  private List<SeatId> holders(Workspace w, Entry entry) {
    return w.access().readers(w.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow()).stream()
        .map(Seat::id)
        .filter(seat -> !seat.equals(entry.seat()) && count % 3 != 0)
        .toList();
  }

  /** Wider, narrower or released, of anything there is. */
  private Command audienceChange(Workspace w) {
    List<Ref> things = new ArrayList<>();
    w.lists().threads().values().forEach(t -> things.add(t.ref()));
    w.issues().byId().values().forEach(i -> things.add(i.ref()));
    w.updates().byId().values().forEach(u -> things.add(u.ref()));
    w.actions().byId().values().forEach(a -> things.add(a.ref()));
    if (random.nextInt(3) == 0) {
      entries(w).forEach(e -> things.add(Ref.to(Ref.Kind.ENTRY, e.id())));
    }
    if (random.nextInt(10) == 0) {
      w.lists().lists().keySet().forEach(l -> things.add(Ref.to(Ref.Kind.LIST, l)));
      w.issues().trackers().keySet().forEach(t -> things.add(Ref.to(Ref.Kind.TRACKER, t)));
    }
    things.sort(Comparator.comparing(Ref::toString));
    if (things.isEmpty()) {
      return thread(w);
    }
    return random.nextInt(4) == 0
        ? new AudienceCommand.Recall(newest(w, things), List.of())
        : new AudienceCommand.Change(any(things), anAudience(), "", List.of());
  }

  private static Ref newest(Workspace w, List<Ref> things) {
    Instant now = w.history().getLast().at();
    things.sort(Comparator.comparing(r -> !now.equals(w.scopeOf(r).orElseThrow().at())));
    return things.getFirst();
  }

  private Command place(Workspace w) {
    return switch (random.nextInt(6)) {
      case 4, 5 -> {
        var tracker = any(w.issues().trackers().keySet().stream().sorted().toList());
        yield Tracking.view(random, tracker, audience(), w, id("w"));
      }
      case 3 ->
          count % 2 == 0
              ? new ListCommand.StyleList(
                  any(w.lists().lists().keySet().stream().sorted().toList()),
                  new ListStyle("", ListStyle.Answers.LIST, "", null, null, ListStyle.Edits.NEXT))
              : new ListCommand.SetMailContent(
                  MailContent.of(
                      any(List.of(MailContent.Mode.values())), List.of("CIVIL_SOCIETY")));
      case 0 -> new ListCommand.OpenList(prefix + count, "List", "", prefix + count, anAudience());
      case 1 ->
          new IssueCommand.OpenTracker(
              prefix.toUpperCase(Locale.ROOT) + count, "Tracker", prefix + count, anAudience());
      default ->
          new MemberCommand.Invite(prefix + count + "@x.example", null, "press", Role.MEMBER);
    };
  }

  private Command thread(Workspace w) {
    var list = any(Moderating.lists(w));
    return new ListCommand.StartThread(list, "Subject " + id(""), post(null));
  }

  private Command issue(Workspace w) {
    var tracker = any(w.issues().trackers().keySet().stream().sorted().toList());
    List<SeatId> assignees = random.nextInt(3) == 0 ? List.of(seat(w)) : List.of();
    return new IssueCommand.OpenIssue(
        tracker, "Title " + id(""), "", "", assignees, null, audience(), null);
  }

  private Command issueChange(Workspace w) {
    var id = anyOrNull(w.issues().byId().keySet().stream().sorted().toList());
    if (id == null) {
      return issue(w);
    }
    return Tracking.next(random, id, seat(w), w, id("v"));
  }

  private Command action(Workspace w) {
    var id = anyOrNull(w.actions().byId().keySet().stream().sorted().toList());
    Action.When open = new Action.When(null, null, ZoneId.of("Africa/Lagos"));
    if (id == null || random.nextInt(3) == 0) {
      return new ActionCommand.PlanAction(
          Action.Kind.CALL, "Call " + id(""), "", null, open, "", audience());
    }
    return random.nextInt(3) == 0
        ? Planning.next(random, id, seat(w), w)
        : random.nextBoolean()
            ? new ActionCommand.Commit(id, null, any(List.of(Commitment.Answer.values())), "")
            : new ActionCommand.EditAction(
                id, null, "Call " + id("v"), null, null, null, null, null, null);
  }

  private Command letter(Workspace w) {
    var held = Moderating.waiting(w);
    if (!held.isEmpty() && random.nextBoolean()) {
      return Moderating.decide(random.nextInt(6), any(held));
    }
    if (random.nextInt(3) == 0) {
      return Moderating.choose(random, any(Moderating.lists(w)), seat(w));
    }
    if (random.nextInt(5) == 0) {
      return new LetterCommand.DropLetter(id("l"), "an automatic answer");
    }
    boolean own = random.nextInt(3) == 0;
    return new LetterCommand.HoldLetter(
        intent(w),
        "x@lists.example",
        "p@x.example",
        own ? seat(w) : null,
        own ? Hold.Awaits.SENDER : Hold.Awaits.CONVENOR,
        "Subject " + id(""),
        "Text",
        mail(),
        List.of(Message.of("reasons.stranger")));
  }

  private EntryLetter mail() {
    return new EntryLetter(
        id("b"),
        id("m") + "@x.example",
        null,
        false,
        List.of(new EntryLetter.Attachment(0, "memo.pdf", "application/pdf", 9)));
  }

  private MessageTarget intent(Workspace w) {
    Entry entry = anyOrNull(entries(w));
    return switch (random.nextInt(4)) {
      case 0 -> new NewThread(any(Moderating.lists(w)));
      case 1 -> new NewIssue(any(w.issues().trackers().keySet().stream().sorted().toList()));
      case 2 -> new NewUpdate("chirp");
      default ->
          entry == null ? new NewUpdate("vista") : new LetterReply(entry.parent(), entry.id());
    };
  }

  private static List<Entry> entries(Workspace w) {
    return w.entries().byId().values().stream().sorted(Comparator.comparing(Entry::id)).toList();
  }

  private Command comment(Workspace w) {
    Command dismissal = count % 9 == 0 ? dismissal(w) : null;
    if (dismissal != null) {
      return dismissal;
    }
    Entry entry = anyOrNull(entries(w));
    if (entry == null) {
      return thread(w);
    }
    Ref parent = entry.parent();
    Post post = post(random.nextBoolean() ? entry.id() : null);
    return switch (parent.kind()) {
      case THREAD -> new ListCommand.AnswerThread(parent.id(), post);
      case ISSUE -> new IssueCommand.CommentIssue(parent.id(), post);
      case UPDATE -> new UpdateCommand.CommentUpdate(parent.id(), post);
      case POLL -> new PollCommand.CommentPoll(parent.id(), post);
      default -> new ActionCommand.CommentAction(parent.id(), post);
    };
  }

  private Post post(@Nullable String answers) {
    String asks = count % 5 == 0 ? " @everyone, do you agree?" : "";
    return Post.web("Text " + id("p") + asks, answers, audience());
  }

  /** Of what somebody was asked by a mention. */
  private static @Nullable Command dismissal(Workspace w) {
    List<Mentions.Asked> asked = Mentions.of(w).asking();
    return asked.isEmpty() ? null : new MentionCommand.DismissMention(asked.getLast().of());
  }

  private @Nullable Audience audience() {
    return random.nextInt(3) == 0 ? null : anAudience();
  }

  /** An office alone, or with a company. */
  private static Audience ofTwo(SeatId one, SeatId other) {
    String office = one.equals(Parties.AMINA) ? "rights" : "press";
    if (other.equals(Parties.CHIKA)) {
      return Audience.between(office, "chirp");
    }
    return other.equals(Parties.VERA)
        ? Audience.between(office, "vista")
        : Audience.organisationOnly(office);
  }

  private Audience anAudience() {
    List<SeatId> seats =
        List.of(Parties.AMINA, Parties.BOLA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA);
    return switch (random.nextInt(7)) {
      case 0, 1 -> Audience.everyone();
      case 2 -> Audience.civilSociety();
      case 3 -> Audience.withCompany(random.nextBoolean() ? "chirp" : "vista");
      case 4 -> Audience.companyOnly(random.nextBoolean() ? "chirp" : "vista");
      case 5 -> ofTwo(any(seats), any(seats));
      default -> Audience.named(List.of(any(seats), any(seats)));
    };
  }
}
