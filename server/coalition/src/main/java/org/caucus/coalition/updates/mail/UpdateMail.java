package org.caucus.coalition.updates.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.Updates;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A letter to the address of a company's updates becomes one. Its place is the desk of the company;
 * others read what comes of it.
 */
public final class UpdateMail implements MailFacet<Updates.Held, NewUpdate> {
  @Override
  public String name() {
    return "updates";
  }

  @Override
  public Class<NewUpdate> targets() {
    return NewUpdate.class;
  }

  @Override
  public Ref.Kind addressees() {
    return Ref.Kind.ORGANISATION;
  }

  @Override
  public Optional<NewUpdate> addressed(String addressee) {
    return Optional.of(new NewUpdate(addressee));
  }

  @Override
  public Scope place(Updates.Held now, NewUpdate target) {
    return Scope.place(Audience.companyOnly(target.company()));
  }

  @Override
  public Scope within(Updates.Held now, NewUpdate target) {
    return Updates.FEED;
  }

  @Override
  public boolean isForPlace() {
    return false;
  }

  @Override
  public Optional<Audience> usual(Updates.Held now, NewUpdate target, @Nullable SeatId author) {
    return Optional.ofNullable(author).map(a -> now.access().usual(a, Updates.FEED));
  }

  @Override
  public List<CommandLine> head(Updates.Held now, NewUpdate target) {
    return UpdateMailParser.of(asks(target));
  }

  @Override
  public List<Event> decide(
      Updates.Held now, NewUpdate target, MailedLetter letter, CommandContext context) {
    return UpdateDecider.decide(now, command(target, letter), context);
  }

  private static UpdateMailFields asks(NewUpdate target) {
    return Objects.requireNonNullElse(target.asks(), UpdateMailFields.NOTHING);
  }

  /** As its head lines ask. */
  private static UpdateCommand command(NewUpdate target, MailedLetter mailed) {
    UpdateMailFields asks = asks(target);
    EntryLetter letter = mailed.letter();
    var said =
        new UpdateCommand.PostUpdate(
            target.company(),
            asks.said(),
            asks.reached(),
            mailed.title(),
            mailed.text(),
            asks.quotable(),
            mailed.audience(),
            letter == null ? null : letter.blob(),
            letter == null ? List.of() : Entry.Attached.of(letter),
            asks.particulars());
    Instant hour = asks.publishAt();
    return hour == null ? said : new UpdateCommand.DraftUpdate(said, hour);
  }

  /**
   * A draft, which waits for another liaison, also if it has an hour: the person who wrote it has
   * not said yes to it.
   */
  @Override
  public Optional<Event> left(
      Updates.Held now, NewUpdate target, MailedLetter letter, CommandContext author) {
    if (!isLeftToSomebody(now, author.by(), target.company())) {
      return Optional.empty();
    }
    UpdateCommand said = command(target, letter);
    UpdateCommand draft =
        said instanceof UpdateCommand.PostUpdate p ? new UpdateCommand.DraftUpdate(p, null) : said;
    try {
      return UpdateDecider.decide(now, draft, author).stream()
          .filter(DraftEvent.UpdateDrafted.class::isInstance)
          .findFirst();
    } catch (Refusal no) {
      return Optional.empty(); // as it would be if they said yes themselves
    }
  }

  private static boolean isLeftToSomebody(Updates.Held now, SeatId leaver, String company) {
    return now.members().active().stream()
        .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(company))
        .map(Seat::id)
        .anyMatch(s -> !s.equals(leaver));
  }

  @Override
  public Optional<NewUpdate> origin(Event first) {
    return first instanceof UpdateEvent.UpdatePosted e
        ? Optional.of(new NewUpdate(e.company()))
        : Optional.empty();
  }

  @Override
  public HeaderKeys keys(Updates.Held now, String addressee) {
    return UpdateMailParser.keys();
  }
}
