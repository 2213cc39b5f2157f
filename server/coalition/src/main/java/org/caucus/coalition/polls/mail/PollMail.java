package org.caucus.coalition.polls.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MailAuthor;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollDecider;
import org.caucus.coalition.polls.PollEvent;
import org.caucus.coalition.polls.Polls;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A letter to the polls of a workspace opens one, as its head lines and its list of options ask. It
 * is the same poll as one that was opened in the browser.
 */
public final class PollMail implements MailFacet<Polls.Held, NewPoll> {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("polls");

  @Override
  public String name() {
    return "polls";
  }

  @Override
  public Class<NewPoll> targets() {
    return NewPoll.class;
  }

  @Override
  public String detail() {
    return "polls";
  }

  @Override
  public Ref.Kind opens() {
    return Ref.Kind.POLL;
  }

  @Override
  public Optional<NewPoll> addressed(String addressee) {
    return Optional.of(new NewPoll(null));
  }

  @Override
  public Scope place(Polls.Held now, NewPoll target) {
    return Polls.PLACE;
  }

  @Override
  public Optional<Audience> usual(Polls.Held now, NewPoll target, @Nullable SeatId author) {
    return Optional.ofNullable(author).map(a -> now.access().usual(a, Polls.PLACE));
  }

  /** As in the browser, where it cannot wait either. */
  @Override
  public Review review(Polls.Held now, NewPoll target, MailedLetter letter, List<Event> posted) {
    return Review.REFUSED;
  }

  @Override
  public HeaderKeys keys(Polls.Held now, String addressee) {
    return PollMailParser.keys();
  }

  @Override
  public Optional<HeaderReading<NewPoll>> read(
      Polls.Held now, NewPoll target, List<CommandLine> lines, String words, MailAuthor author) {
    HeaderReading<PollMailFields> head =
        PollMailParser.read(lines, words, author.zone(), author.received());
    return Optional.of(
        new HeaderReading<>(
            head.understood().map(NewPoll::new).orElse(null), head.wrong(), head.example()));
  }

  /** Its options stand in the poll, and not in what it says. */
  @Override
  public String words(NewPoll target, String words) {
    PollMailFields asks = target.asks();
    return asks == null || !asks.kind().hasOptions() ? words : OptionLines.of(words).rest();
  }

  @Override
  public List<CommandLine> head(Polls.Held now, NewPoll target) {
    return target.asks() == null ? List.of() : PollMailParser.of(target.asks());
  }

  @Override
  public List<Event> decide(
      Polls.Held now, NewPoll target, MailedLetter letter, CommandContext context) {
    PollMailFields asks = target.asks();
    if (asks == null) {
      throw Refusal.invalid("kind", Message.of("a-poll-says-its-kind"));
    }
    mustHaveNoFiles(letter.letter());
    return PollDecider.decide(
        now, asks.command(letter.title(), letter.text(), letter.audience()), context);
  }

  /** Pictures are let go: most of them belong to a signature. */
  private static void mustHaveNoFiles(@Nullable EntryLetter letter) {
    if (letter != null && letter.bringsFiles()) {
      throw Refusal.invalid("files", Message.of("a-poll-has-no-files"));
    }
  }

  @Override
  public Optional<NewPoll> origin(Event first) {
    return first instanceof PollEvent.PollOpened
        ? Optional.of(new NewPoll(null))
        : Optional.empty();
  }

  @Override
  public Optional<Ref> done(List<Event> events) {
    return events.stream()
        .filter(PollEvent.PollOpened.class::isInstance)
        .map(event -> Ref.to(Ref.Kind.POLL, ((PollEvent.PollOpened) event).id()))
        .findFirst();
  }

  @Override
  public Optional<String> confirmation(
      Polls.Held now, Ref thing, String readers, Language language) {
    return now.polls()
        .find(thing.id())
        .map(poll -> PHRASES.say(language, "opened.by-mail", said(poll, readers, language)));
  }

  private static Map<String, Object> said(Poll poll, String readers, Language language) {
    Poll.Question asked = poll.asked();
    String closes = LocalFormats.weekdayAndTime(language, asked.closes().atZone(asked.zone()));
    return Map.of("title", asked.title(), "closes", closes, "readers", readers);
  }

  @Override
  public Optional<String> help(Language language, String address) {
    return Optional.of(PHRASES.say(language, "help", Map.of("address", address)));
  }
}
