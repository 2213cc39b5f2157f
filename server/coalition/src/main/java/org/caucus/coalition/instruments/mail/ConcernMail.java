package org.caucus.coalition.instruments.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.MailAuthor;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Instruments;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.ProvisionPath;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.headers.SubjectSettings;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueDecider;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.mail.IssueMail;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A letter to the address of a text opens an issue about it, in the tracker that its keeper chose:
 * about the provision that the line {@code Provision} at its head names, or the address itself.
 */
public final class ConcernMail implements MailFacet<Instruments.Held, NewConcern> {
  /** What the detail of an address that names a provision begins with. */
  public static final String AT = "at.";

  private static final String PROVISION = "provision";

  private static final IssueMail ISSUES = new IssueMail();

  @Override
  public String name() {
    return "instrument";
  }

  @Override
  public Class<NewConcern> targets() {
    return NewConcern.class;
  }

  @Override
  public Ref.Kind addressees() {
    return Ref.Kind.INSTRUMENT;
  }

  @Override
  public Optional<NewConcern> addressed(String addressee) {
    return Optional.of(new NewConcern(addressee, null));
  }

  @Override
  public Optional<NewConcern> addressed(String addressee, String detail) {
    String path = detail.startsWith(AT) ? detail.substring(AT.length()) : null;
    return Optional.of(new NewConcern(addressee, path));
  }

  private static Optional<NewIssue> issue(Instruments.Held now, NewConcern target) {
    return now.instruments()
        .find(target.instrument())
        .flatMap(i -> Optional.ofNullable(i.about().tracker()))
        .filter(tracker -> now.issues().tracker(tracker).isPresent())
        .map(NewIssue::new);
  }

  /** That of the tracker; where none was chosen nothing is opened. */
  @Override
  public Scope place(Instruments.Held now, NewConcern target) {
    return issue(now, target)
        .map(issue -> ISSUES.place(now, issue))
        .or(() -> now.instruments().find(target.instrument()).map(Instrument::scope))
        .orElse(Instruments.PLACE);
  }

  @Override
  public Optional<Audience> usual(
      Instruments.Held now, NewConcern target, @Nullable SeatId author) {
    return issue(now, target).flatMap(issue -> ISSUES.usual(now, issue, author));
  }

  @Override
  public HeaderKeys keys(Instruments.Held now, String addressee) {
    return HeaderKeys.of(PROVISION::equalsIgnoreCase, List.of(PROVISION));
  }

  @Override
  public Optional<HeaderReading<NewConcern>> read(
      Instruments.Held now,
      NewConcern target,
      List<CommandLine> lines,
      String words,
      MailAuthor author) {
    String where = target.path();
    if (where != null && where.equals(author.seat().organisation())) {
      where = null; // it says for which organisation its author writes
    }
    for (CommandLine line : lines) {
      if (!line.name().equals(PROVISION)) {
        return wrong(Message.of("at-the-head-of-a-concern"), lines);
      }
      where = line.value();
    }
    if (where == null) {
      return Optional.of(
          new HeaderReading<>(new NewConcern(target.instrument(), null), null, List.of()));
    }
    Instrument instrument = now.mustReadInstrument(target.instrument(), author.seat().id());
    List<Placed> meant = ProvisionPath.find(instrument.shown(), where);
    if (meant.size() != 1) {
      return wrong(why(meant), lines);
    }
    NewConcern found = new NewConcern(target.instrument(), meant.getFirst().path());
    return Optional.of(new HeaderReading<>(found, null, List.of()));
  }

  private static Message why(List<Placed> meant) {
    String known = meant.stream().map(Placed::label).limit(10).collect(Collectors.joining(", "));
    return meant.isEmpty()
        ? Message.of("there-is-no-such-provision")
        : Message.of("this-fits-several-provisions", "known", known);
  }

  private static Optional<HeaderReading<NewConcern>> wrong(Message why, List<CommandLine> lines) {
    return Optional.of(new HeaderReading<>(null, why, lines));
  }

  @Override
  public List<CommandLine> head(Instruments.Held now, NewConcern target) {
    return target.path() == null ? List.of() : List.of(new CommandLine("Provision", target.path()));
  }

  @Override
  public List<Event> decide(
      Instruments.Held now, NewConcern target, MailedLetter letter, CommandContext context) {
    Instrument instrument = now.mustReadInstrument(target.instrument(), context.by());
    NewIssue issue =
        issue(now, target)
            .orElseThrow(() -> Refusal.conflict(Message.of("no-tracker-takes-letters-about-this")));
    Placed about = about(instrument, target.path());
    return IssueDecider.decide(
        now,
        new IssueCommand.OpenIssue(
            issue.tracker(),
            letter.title(SubjectSettings.title(letter.subject())),
            letter.text(),
            "",
            List.of(),
            null,
            letter.audience(),
            letter.letter(),
            List.of(),
            new IssuePatch(
                IssueType.PROVISION_CONCERN, null, null, cites(instrument, about), null, null),
            false),
        context);
  }

  private static @Nullable Placed about(Instrument instrument, @Nullable String path) {
    return path == null
        ? null
        : ProvisionPath.find(instrument.shown(), path).stream().findFirst().orElse(null);
  }

  private static Citation cites(Instrument instrument, @Nullable Placed about) {
    String document = instrument.title();
    return about == null
        ? new Citation(cut(document, 200), "", "", "")
        : new Citation(
            cut(document, 200),
            "",
            cut(about.said(), 50),
            StoredText.of(cut(about.text().strip(), 4_000)),
            about.provision());
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most / 2 - 1)) + "…";
  }
}
