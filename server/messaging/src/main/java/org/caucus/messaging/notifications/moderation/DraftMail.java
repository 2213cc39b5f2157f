package org.caucus.messaging.notifications.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.Updates;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftDecider;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.coalition.updates.mail.UpdateMailParser;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;

/**
 * Makes of what is told about a draft a question: whether another liaison stands by it, answered by
 * a word and a code. One that is too long to be read in a letter is answered on its page.
 */
public record DraftMail(Site site, HoldCodes codes) {
  /**
   * The draft about which an event asks this seat, as it was then; empty if it asks nothing now.
   */
  public static Optional<Draft> asked(Workspace state, Event event, SeatId seat) {
    return switch (event) {
      case DraftEvent.UpdateDrafted e -> standing(state, e.id(), e.said(), seat);
      case DraftEvent.DraftRevised e -> standing(state, e.id(), e.said(), seat);
      default -> Optional.empty();
    };
  }

  private static Optional<Draft> standing(
      Workspace state, String id, DraftContent said, SeatId seat) {
    return state
        .updates()
        .drafts()
        .find(id)
        .filter(d -> d.said().equals(said))
        .filter(d -> d.said().body().length() <= HoldMessages.MAX_SHOWN_CHARS)
        .filter(d -> DraftDecider.asks(state, d, seat));
  }

  /**
   * The question.
   *
   * @param told what is told of the draft, with its words
   * @param readers who reads it once it is published, in words
   */
  public String question(
      Workspace state, Draft draft, SeatId seat, String told, String readers, Language language) {
    HoldMessages words = new HoldMessages(language);
    String to = HeldMessageMail.deciding(site, state).toString();
    return HoldCodes.above(language)
        + "\n\n"
        + told.strip()
        + "\n\n"
        + files(state, draft, words)
        + lines(state, draft, seat)
        + words.draftReadBy(readers)
        + "\n\n"
        + words.draftByMail(to, codes.ofDraft(state.id(), draft, seat));
  }

  /** Where its files are: what is told names them, and no letter has what is not published. */
  private String files(Workspace state, Draft draft, HoldMessages words) {
    return draft.files().isEmpty()
        ? ""
        : words.draftFiles(site.page(state.members().slug(), "updates")) + "\n\n";
  }

  /** What it is besides its words, as its head would say it. */
  private static String lines(Workspace state, Draft draft, SeatId seat) {
    DraftContent said = draft.said();
    UpdateReferences refers = said.particulars();
    var asks =
        new UpdateMailFields(
            said.kind(),
            said.stage(),
            said.attribution(),
            List.of(),
            draft.publishAt(),
            refers.provision(),
            refers.due());
    List<CommandLine> lines = new ArrayList<>(UpdateMailParser.of(asks));
    refers.links().stream()
        .flatMap(ref -> state.linked(ref).stream())
        .filter(to -> state.access().canRead(seat, to.scope()))
        .map(Updates.Linked::title)
        .forEach(title -> lines.add(new CommandLine("Link", HeaderText.clean(title))));
    return lines.stream()
        .map(line -> line.key() + ": " + line.value() + "\n")
        .collect(Collectors.joining());
  }

  /** The same letter, answered where codes are taken. */
  public Composition answered(Workspace state, Composition letter) {
    NamedAddress to = NamedAddress.of(HeldMessageMail.deciding(site, state));
    return letter.with(Header.addresses("Reply-To", List.of(to)));
  }
}
