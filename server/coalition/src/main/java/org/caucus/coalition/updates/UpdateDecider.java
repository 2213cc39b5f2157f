package org.caucus.coalition.updates;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftDecider;
import org.caucus.coalition.updates.drafts.DraftFiles;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides what companies post. Pure. */
public final class UpdateDecider {
  private UpdateDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Updates.Held state, UpdateCommand command, CommandContext act) {
    return switch (command) {
      case UpdateCommand.PostUpdate c -> post(state, c, act);
      case UpdateCommand.DraftUpdate c -> draft(state, c, act);
      case UpdateCommand.ReviseDraft c -> revise(state, c, act);
      case UpdateCommand.CommentUpdate c -> comment(state, c, act);
      case UpdateCommand.CourseCommand c -> UpdateLifecycleDecider.decide(state, c, act);
    };
  }

  private static List<Event> post(
      Updates.Held state, UpdateCommand.PostUpdate c, CommandContext act) {
    UpdateEvent.UpdatePosted posted = posted(state, c, act);
    if (DraftDecider.needsSecond(state, posted.company())) {
      return draft(state, new UpdateCommand.DraftUpdate(c, null), act);
    }
    List<Event> events = new ArrayList<>(List.of(posted));
    Scope scope = Updates.FEED.holds(posted.audience(), act.at());
    Posting.first(state, act, Ref.to(Ref.Kind.UPDATE, act.thing()), scope, c.attached())
        .ifPresent(events::add);
    return events;
  }

  private static List<Event> draft(
      Updates.Held state, UpdateCommand.DraftUpdate c, CommandContext act) {
    UpdateEvent.UpdatePosted posted = posted(state, c.said(), act);
    return DraftDecider.draft(state, posted, c.said().attached(), c.publishAt(), act);
  }

  private static List<Event> revise(
      Updates.Held state, UpdateCommand.ReviseDraft c, CommandContext act) {
    Draft draft = DraftDecider.revised(state, c.draft(), c.version(), act.by());
    List<Entry.Attached> files =
        DraftFiles.after(state, act.by(), draft, c.files(), c.said().attached());
    UpdateEvent.UpdatePosted posted = posted(state, c.said(), act);
    return DraftDecider.revise(state, draft, posted, files, c.publishAt(), act);
  }

  private static UpdateEvent.UpdatePosted posted(
      Updates.Held state, UpdateCommand.PostUpdate c, CommandContext act) {
    Seat author = state.access().mustPost(act.by());
    if (author.role() != Role.LIAISON) {
      throw Refusal.forbidden(Message.of("updates-are-what-companies-tell-the"));
    }
    if (c.company() != null && !c.company().equals(author.organisation())) {
      throw Refusal.forbidden(Message.of("a-liaison-posts-for-their-own"));
    }
    if (c.title().isBlank() || c.body().isBlank()) {
      throw Refusal.invalid(
          c.title().isBlank() ? "title" : "body", Message.of("an-update-needs-a-title-and"));
    }
    return new UpdateEvent.UpdatePosted(
        act.thing(),
        author.organisation(),
        c.kind(),
        c.stage(),
        c.title(),
        c.body(),
        c.attribution(),
        state.access().chooseNew(author.id(), Updates.FEED, c.audience()),
        author.id(),
        c.letter() == null ? Channel.WEB : Channel.MAIL,
        c.letter(),
        readable(state, c.particulars(), act.by()));
  }

  /**
   * With links by id, whichever name they were given by. To what its author cannot read there is no
   * link, as to what does not exist.
   */
  static UpdateReferences readable(Updates.Held state, UpdateReferences wished, SeatId author) {
    if (wished.links().size() > UpdateReferences.MAX_LINKS) {
      throw Refusal.invalid(
          "links", Message.of("an-update-has-at-most-links", "limit", UpdateReferences.MAX_LINKS));
    }
    List<Ref> links =
        wished.links().stream()
            .map(
                ref ->
                    state
                        .linked(ref)
                        .filter(l -> state.access().canRead(author, l.scope()))
                        .map(Updates.Linked::ref)
                        .orElseThrow(
                            () ->
                                Refusal.invalid(
                                    "links", Message.of("there-is-nothing-here-to-link"))))
            .distinct()
            .toList();
    return new UpdateReferences(wished.provision(), links, wished.due());
  }

  private static List<Event> comment(
      Updates.Held state, UpdateCommand.CommentUpdate c, CommandContext act) {
    Update update = state.updates().find(c.update()).orElseThrow(Refusal::absent);
    EntryEvent.EntryPosted entry =
        Posting.decide(state, act.by(), act.entry(), update.ref(), update.scope(), c.post());
    List<Event> events = new ArrayList<>(List.of(entry));
    boolean company = UpdateLifecycleDecider.speaksFor(state, update, act.by());
    if (c.question()) {
      if (company) {
        throw Refusal.invalid("question", Message.of("this-is-your-own-update-others"));
      }
      events.add(new UpdateEvent.QuestionAsked(update.id(), entry.id(), entry.seat()));
    }
    if (company) {
      UpdateQuestions.answered(state, update, entry, act.at())
          .map(
              asked ->
                  new UpdateEvent.QuestionAnswered(
                      update.id(), asked.entry(), entry.id(), entry.seat()))
          .ifPresent(events::add);
    }
    return events;
  }
}
