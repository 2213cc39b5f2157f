package org.caucus.coalition.lists.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.capability.MailAuthor;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListDecider;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A letter to the conversations of a workspace begins one between its author and the people it
 * names, and nobody else. It is the same conversation as one that was begun in the browser.
 */
public final class ConversationMail implements MailFacet<Lists.Held, NewConversation> {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("conversations");

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public Class<NewConversation> targets() {
    return NewConversation.class;
  }

  @Override
  public String detail() {
    return "conversations";
  }

  @Override
  public Optional<NewConversation> addressed(String addressee) {
    return Optional.of(NewConversation.UNREAD);
  }

  @Override
  public Scope place(Lists.Held now, NewConversation target) {
    return MailingList.CONVERSATIONS.scope();
  }

  /** Nobody reads all conversations. */
  @Override
  public boolean isForPlace() {
    return false;
  }

  /** A convenor who is not in it reads none of it. */
  @Override
  public boolean isForConvenors() {
    return false;
  }

  @Override
  public Optional<Audience> usual(Lists.Held now, NewConversation target, @Nullable SeatId author) {
    return Optional.ofNullable(author)
        .filter(by -> !target.people().isEmpty())
        .map(by -> among(target, by));
  }

  private static Audience among(NewConversation target, SeatId author) {
    return Audience.named(Stream.concat(Stream.of(author), target.people().stream()).toList());
  }

  @Override
  public Optional<String> list(Lists.Held now, NewConversation target) {
    return Optional.of(MailingList.CONVERSATIONS.slug());
  }

  @Override
  public HeaderKeys keys(Lists.Held now, String addressee) {
    return ConversationMailParser.keys();
  }

  /** Those whom its line names, besides those of its To and Cc. */
  @Override
  public Optional<HeaderReading<NewConversation>> read(
      Lists.Held now,
      NewConversation target,
      List<CommandLine> lines,
      String words,
      MailAuthor author) {
    HeaderReading<List<SeatId>> head =
        ConversationMailParser.read(lines, people(now, author.seat().id()));
    if (head.wrong() != null) {
      return Optional.of(new HeaderReading<>(null, head.wrong(), head.example()));
    }
    Set<SeatId> all = new LinkedHashSet<>(target.people());
    head.understood().ifPresent(all::addAll);
    all.remove(author.seat().id());
    return Optional.of(
        all.isEmpty()
            ? new HeaderReading<>(
                null, Message.of("a-conversation-by-mail-names-its-people"), List.of())
            : new HeaderReading<>(new NewConversation(List.copyOf(all)), null, List.of()));
  }

  /** Those who can be in one, as this seat names them. */
  private static NamedPeople people(Lists.Held now, SeatId author) {
    return new NamedPeople(
        now.access().mustBeActive(author), now.access().readers(MailingList.CONVERSATIONS.scope()));
  }

  @Override
  public List<CommandLine> head(Lists.Held now, NewConversation target) {
    return target.people().isEmpty()
        ? List.of()
        : List.of(
            new CommandLine(
                ConversationMailParser.WITH,
                String.join(
                    ", ", target.people().stream().map(now.members()::nameOf).sorted().toList())));
  }

  @Override
  public List<Event> decide(
      Lists.Held now, NewConversation target, MailedLetter letter, CommandContext context) {
    if (target.people().isEmpty()) {
      throw Refusal.invalid("people", Message.of("a-conversation-by-mail-names-its-people"));
    }
    Post post = new Post(letter.text(), null, among(target, context.by()), letter.letter());
    return ListDecider.decide(
        now,
        new ListCommand.StartThread(MailingList.CONVERSATIONS.slug(), letter.title(), post),
        context);
  }

  @Override
  public Optional<NewConversation> origin(Event first) {
    return first instanceof ListEvent.ThreadStarted e
            && e.list().equals(MailingList.CONVERSATIONS.slug())
        ? Optional.of(NewConversation.UNREAD)
        : Optional.empty();
  }

  @Override
  public Optional<String> help(Language language, String address) {
    return Optional.of(PHRASES.say(language, "help", Map.of("address", address)));
  }
}
